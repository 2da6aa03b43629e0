import { type CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import { unlessAbsent } from './error-name.ts';

/** One entry of a log group. */
export interface LogEvent {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly time: number;
  readonly message: string;
}

/** Epoch milliseconds; `to` is left out where everything up to now is meant. */
export interface TimeSpan {
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * What a log group took between two times, oldest first; nothing where there is no such group.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html
 */
export async function readLogEvents(
  client: CloudWatchLogsClient,
  logGroup: string,
  { from, to }: TimeSpan,
): Promise<readonly LogEvent[] | undefined> {
  const events = await unlessAbsent(allPages(client, logGroup, { from, to }));
  return events?.sort((a, b) => a.time - b.time);
}

async function allPages(
  client: CloudWatchLogsClient,
  logGroupName: string,
  { from, to }: TimeSpan,
): Promise<LogEvent[]> {
  const found: LogEvent[] = [];
  const alike = new Map<string, number>();
  const input = { logGroupName, startTime: from, ...(to === undefined ? {} : { endTime: to }) };
  for await (const { events = [] } of paginateFilterLogEvents({ client }, input)) {
    for (const { eventId, logStreamName, timestamp = 0, message = '' } of events) {
      // AWS gives every event an id; for engines that give none it is the how-manieth of its kind.
      const kind = `${logStreamName} ${timestamp} ${message}`;
      const count = (alike.get(kind) ?? 0) + 1;
      alike.set(kind, count);
      found.push({ id: eventId ?? `${kind} ${count}`, time: timestamp, message });
    }
  }
  return found;
}
