import { randomUUID } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/client-dynamodb';
import { deliver, type Outcome } from './deliver.ts';
import { hoursUpTo, lookBackHours } from './hours.ts';
import { logger } from './log.ts';
import { type SendMail, sendMail } from './mail.ts';
import { isSettled } from './progress.ts';
import type { Run } from './run.ts';
import { database, scheduled } from './service.ts';

/** How many messages came to which end. */
export type Summary = Record<Outcome, number>;

export interface RunOptions {
  /** Milliseconds until Lambda ends the run. */
  readonly remaining: () => number;
  /** Default: through SES. */
  readonly send?: SendMail;
  /** Default: the clock. Epoch in milliseconds. */
  readonly now?: () => number;
  /** Default: `LOOK_BACK_HOURS`. */
  readonly lookBack?: number;
}

/** A claim outlives its run by this much, so that no clock that is a little off ends it early. */
const CLAIM_MARGIN_MS = 10_000;

/**
 * Mails every message of the hour of `time` and of the hours before it that is not settled.
 *
 * @throws Error where messages are left for a later run, after all were tried: Lambda then runs it again.
 */
export async function sendDueMessages(time: Date, options: RunOptions): Promise<Summary> {
  const { remaining, send = sendMail, now = Date.now, lookBack = lookBackHours() } = options;
  const run: Run = {
    run: randomUUID(),
    send,
    remaining,
    now,
    until: () => now() + remaining() + CLAIM_MARGIN_MS,
  };
  const summary: Summary = { sent: 0, poisoned: 0, held: 0, left: 0 };
  for (const hour of hoursUpTo(time, lookBack)) {
    for await (const item of itemsOf(hour)) {
      const { scheduled_date, group_name } = item;
      if (isSettled(item) || !scheduled_date || !group_name) continue;
      summary[await deliver({ scheduled_date, group_name }, run)] += 1;
    }
  }
  logger.info('Run finished', { ...summary });
  if (summary.left > 0) throw new Error(`Messages left for a later run: ${summary.left}`);
  return summary;
}

async function* itemsOf(hour: string) {
  const pages = paginateQuery(
    { client: database },
    {
      TableName: scheduled.name,
      ConsistentRead: true,
      KeyConditionExpression: 'scheduled_date = :hour',
      ExpressionAttributeValues: { ':hour': { S: hour } },
    },
  );
  for await (const page of pages) yield* page.Items ?? [];
}
