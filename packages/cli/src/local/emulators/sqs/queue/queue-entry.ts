import type { SentBefore } from '../../fifo/deduplication.ts';
import type { Message, MessageState } from './message.ts';

/** What is known of a queue besides its messages. Times are epoch milliseconds. */
export interface QueueDefinition {
  readonly account: string;
  readonly name: string;
  readonly arn: string;
  readonly created: number;
  readonly modified: number;
  /** Those that were set, by AWS's names; the others have AWS's defaults. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** A change of a queue, as its file keeps it. */
export type QueueEntry =
  | { readonly queue: QueueDefinition }
  | { readonly message: Message }
  | { readonly changed: string; readonly state: MessageState }
  | { readonly gone: string }
  | { readonly sent: string; readonly before: SentBefore };
