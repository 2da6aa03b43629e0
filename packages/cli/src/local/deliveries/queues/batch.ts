import type { Message, Received } from '../../emulators/sqs/queue/message.ts';
import type { Queue } from '../../emulators/sqs/queue/queue.ts';
import type { RecordMatcher } from '../../patterns/filter-criteria.ts';
import { type SqsRecord, sqsRecord } from './sqs-record.ts';

/** Bytes of the largest event that Lambda takes: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const LARGEST_EVENT = 6_291_556;
/** Bytes of a record beside its body and attributes. */
const RECORD = 1000;

/** A message in a batch, as it was received and as the function gets it. */
export interface Entry {
  readonly received: Received;
  readonly record: SqsRecord;
}

/** Messages that go to a function together. */
export class Batch {
  readonly entries: Entry[] = [];
  private readonly most: number;
  private bytes = 0;
  private isLargest = false;

  /** @param most messages. */
  constructor(most: number) {
    this.most = most;
  }

  get isFull(): boolean {
    return this.isLargest || this.entries.length >= this.most;
  }

  /** Receives what there is room for. Lambda deletes what the mapping's filters do not take. */
  fill(queue: Queue, matches: RecordMatcher<SqsRecord>): void {
    while (!this.isFull) {
      const most = this.most - this.entries.length;
      const received = queue.receive({ most, fits: (message) => this.makeRoom(message) });
      if (received.length === 0) return;
      for (const one of received) {
        const record = sqsRecord(one, queue.arn);
        if (matches(record)) this.entries.push({ received: one, record });
        else queue.delete(one.handle);
      }
    }
  }

  private makeRoom({ body, attributes }: Message): boolean {
    const size = RECORD + Buffer.byteLength(JSON.stringify(body) + JSON.stringify(attributes));
    this.isLargest = this.bytes > 0 && this.bytes + size > LARGEST_EVENT;
    if (!this.isLargest) this.bytes += size;
    return !this.isLargest;
  }
}
