import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import type { MiniStack } from './ministack.ts';

/** All that a function has written to its log group. */
export async function functionLog(engine: MiniStack, functionName: string): Promise<string> {
  const logs = new CloudWatchLogsClient(engine.client);
  const { events = [] } = await logs.send(
    new FilterLogEventsCommand({ logGroupName: `/aws/lambda/${functionName}` }),
  );
  return events.map((event) => event.message).join('\n');
}
