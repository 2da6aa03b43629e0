import type { MessageAttribute } from '../../../targets/targets.ts';

/** What a sender gives. */
export interface MessageDraft {
  readonly body: string;
  readonly attributes: Readonly<Record<string, MessageAttribute>>;
  /** The system attribute AWSTraceHeader. */
  readonly traceHeader?: string | undefined;
  readonly senderId: string;
  /** Ids of the invocations that sent it. */
  readonly after: readonly string[];
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
  /** Seconds; default those of the queue. */
  readonly delay?: number | undefined;
}

/** A message as a queue holds it. Times are epoch milliseconds. */
export interface Message extends Omit<MessageDraft, 'delay'> {
  readonly id: string;
  readonly sentAt: number;
  /** What its retention is counted from. */
  readonly keptSince: number;
  /** Of a FIFO queue: 20 digits, growing. */
  readonly sequence?: string | undefined;
  /** The ARN of the queue that it came from, in a dead letter queue, and how often it was received there. */
  readonly deadLetterSource?: string | undefined;
  readonly receivedBefore?: number | undefined;
  readonly state: MessageState;
}

/** What changes while it is in the queue. */
export interface MessageState {
  /** Hidden until then. */
  readonly visibleAt: number;
  /** In all queues that it was in. */
  readonly receives: number;
  readonly firstReceivedAt?: number | undefined;
  /** Of the last receive; nothing before the first in this queue. */
  readonly receivedAt?: number | undefined;
  /** What makes the last receipt handle differ from those before. */
  readonly receipt?: string | undefined;
}

/** A message that a receiver has now. */
export interface Received {
  readonly message: Message;
  readonly handle: string;
}

export const isHidden = ({ state }: Message, now: number): boolean => state.visibleAt > now;

/** Received, and neither deleted nor visible again. */
export const isInFlight = (message: Message, now: number): boolean =>
  isHidden(message, now) && message.state.receipt !== undefined;
