import { createHash } from 'node:crypto';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html */
const INTERVAL = 5 * 60_000;

/** A message that was sent to a FIFO queue or topic not long ago, whether or not it is there still. */
export interface SentBefore {
  readonly id: string;
  readonly sequence: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Remembers for five minutes what was sent under which deduplication id. */
export class Deduplication {
  private readonly sent = new Map<string, SentBefore>();

  /** What was sent under the key within the interval. */
  find(key: string, now: number): SentBefore | undefined {
    const found = this.sent.get(key);
    return found && now - found.at < INTERVAL ? found : undefined;
  }

  add(key: string, before: SentBefore): void {
    // Set anew, so that the oldest stand first.
    this.sent.delete(key);
    this.sent.set(key, before);
    for (const [old, { at }] of this.sent) {
      if (before.at - at < INTERVAL) break;
      this.sent.delete(old);
    }
  }

  entries(): Iterable<readonly [key: string, before: SentBefore]> {
    return this.sent;
  }
}

/** The id that a queue or topic with ContentBasedDeduplication makes of a body, attributes left out. */
export const contentId = (body: string): string => createHash('sha256').update(body).digest('hex');
