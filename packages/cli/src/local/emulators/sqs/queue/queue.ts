import { randomUUID } from 'node:crypto';
import type { LocalTime } from '../../../time/local-time.ts';
import { contentId } from '../../fifo/deduplication.ts';
import { invalidValue, missing, SqsError } from '../error.ts';
import { numberOf } from '../queue-attributes.ts';
import { KeptQueue } from './kept-queue.ts';
import { isHidden, isInFlight, type Message, type MessageDraft, type Received } from './message.ts';
import type { QueueDefinition } from './queue-entry.ts';
import { readHandle, writeHandle } from './receipt.ts';
import { type RedrivePolicy, readRedrivePolicy } from './redrive-policy.ts';
import { Wakeup } from './wakeup.ts';

/** A receive may not last longer, however often its visibility is changed: 12 hours in milliseconds. */
const LONGEST_FLIGHT = 43_200_000;

/** What a queue works with. */
export interface QueueSurroundings {
  readonly time: LocalTime;
  /** Another queue, by its ARN. */
  find(arn: string): Queue | undefined;
  /** Told when there may be something to receive. */
  available(queue: Queue): void;
}

export interface ReceiveOptions {
  /** Messages at most. */
  readonly most: number;
  /** Seconds; default those of the queue. */
  readonly visibility?: number | undefined;
  /** Whether a message may be added to those that are received already; the first that may not ends the receive. */
  readonly fits?: ((message: Message) => boolean) | undefined;
}

/** One queue, standard or FIFO, with what SQS promises of it. */
export class Queue {
  private readonly kept: KeptQueue;
  private readonly surroundings: QueueSurroundings;
  private readonly wakeup: Wakeup;
  private lastSequence = 0n;

  constructor(path: string, surroundings: QueueSurroundings, definition?: QueueDefinition) {
    this.kept = new KeptQueue(path, definition);
    this.surroundings = surroundings;
    this.wakeup = new Wakeup(surroundings.time, () => surroundings.available(this));
    for (const { sequence, state } of this.kept.messages.values()) {
      if (sequence) this.lastSequence = BigInt(sequence);
      this.wakeup.at(state.visibleAt);
    }
  }

  get definition(): QueueDefinition {
    return this.kept.definition;
  }

  get arn(): string {
    return this.definition.arn;
  }

  get isFifo(): boolean {
    return this.definition.name.endsWith('.fifo');
  }

  get redrivePolicy(): RedrivePolicy | undefined {
    return readRedrivePolicy(this.definition.attributes.RedrivePolicy);
  }

  /** An attribute that is a number, or AWS's default for it. */
  number(attribute: string): number {
    return numberOf(this.definition.attributes, attribute);
  }

  define(definition: QueueDefinition): void {
    this.kept.define(definition);
  }

  /**
   * Takes a message. One that a FIFO queue got within five minutes is answered as before and not taken again.
   *
   * @throws SqsError where a FIFO queue needs what the message does not have.
   */
  send(draft: MessageDraft): Pick<Message, 'id' | 'sequence'> {
    const now = this.surroundings.time.now();
    const { delay = this.number('DelaySeconds'), ...content } = draft;
    const state = { visibleAt: now + delay * 1000, receives: 0 };
    const sent = { id: randomUUID(), sentAt: now, keptSince: now, state };
    if (!this.isFifo) return this.add({ ...content, ...sent });

    const deduplicationId = this.deduplicationIdOf(draft);
    const perGroup = this.definition.attributes.DeduplicationScope === 'messageGroup';
    const key = perGroup ? `${draft.groupId} ${deduplicationId}` : deduplicationId;
    const before = this.kept.sentBefore(key, now);
    if (before) return before;
    const sequence = this.nextSequence();
    this.kept.remember(key, { id: sent.id, sequence, at: now });
    return this.add({ ...content, ...sent, sequence, deduplicationId });
  }

  /** What can be received now. Messages that were received too often go to the dead letter queue in passing. */
  receive({
    most,
    visibility = this.number('VisibilityTimeout'),
    fits,
  }: ReceiveOptions): readonly Received[] {
    const now = this.surroundings.time.now();
    const received: Received[] = [];
    for (const message of this.receivable(now)) {
      if (received.length >= most) break;
      if (this.moveToDeadLetters(message)) continue;
      if (fits && !fits(message)) break;
      const receipt = randomUUID();
      const { receives, firstReceivedAt = now } = message.state;
      const visibleAt = now + visibility * 1000;
      const state = { visibleAt, receives: receives + 1, firstReceivedAt, receivedAt: now, receipt };
      this.kept.change(message, state);
      this.wakeup.at(visibleAt);
      const handle = writeHandle({ queue: this.definition.name, message: message.id, receipt });
      received.push({ message: { ...message, state }, handle });
    }
    return received;
  }

  /** Receives, and waits for a message for so many seconds where there is none. */
  async receiveWithin(
    seconds: number,
    options: ReceiveOptions,
    gone?: AbortSignal,
  ): Promise<readonly Received[]> {
    const received = this.receive(options);
    if (received.length > 0 || seconds === 0 || gone?.aborted) return received;
    return new Promise((resolve) => {
      const end = (got: readonly Received[]) => {
        stopTimer();
        stopWaiting();
        gone?.removeEventListener('abort', abandon);
        resolve(got);
      };
      const abandon = () => end([]);
      const stopTimer = this.surroundings.time.after(seconds * 1000, abandon);
      const stopWaiting = this.wakeup.wait(() => {
        const got = this.receive(options);
        if (got.length > 0) end(got);
      });
      gone?.addEventListener('abort', abandon);
    });
  }

  /** With a handle of an earlier receive this does nothing, as with SQS. */
  delete(handle: string): void {
    const { message: id, receipt } = readHandle(handle, this.definition.name);
    const message = this.kept.messages.get(id);
    if (!message) return;
    const isLast = message.state.receipt === receipt;
    if (this.isFifo && !(isLast && isInFlight(message, this.surroundings.time.now())))
      throw invalidValue(handle, 'ReceiptHandle', 'The receipt handle has expired.');
    if (!isLast) return;
    this.kept.remove(id);
    // The next of its group may be received now.
    if (this.isFifo) this.wakeup.now();
  }

  /** @param seconds from now; 0 makes the message visible. */
  changeVisibility(handle: string, seconds: number): void {
    const now = this.surroundings.time.now();
    const { message: id, receipt } = readHandle(handle, this.definition.name);
    const message = this.kept.messages.get(id);
    if (!message) {
      const reason = 'Message does not exist or is not available for visibility timeout change.';
      throw invalidValue(handle, 'ReceiptHandle', reason);
    }
    const { state } = message;
    if (state.receipt !== receipt || !isInFlight(message, now))
      throw new SqsError('MessageNotInflight', 'The message referred to is not in flight.');
    const visibleAt = now + seconds * 1000;
    if (visibleAt > (state.receivedAt ?? now) + LONGEST_FLIGHT) {
      const reason = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]';
      throw invalidValue(seconds, 'VisibilityTimeout', reason);
    }
    this.kept.change(message, { ...state, visibleAt });
    this.wakeup.at(visibleAt);
  }

  /** Gives a message back as if it had never been received. */
  release({ message: { id, state } }: Received): void {
    const now = this.surroundings.time.now();
    const message = this.kept.messages.get(id);
    if (message?.state.receipt !== state.receipt || !message || !isInFlight(message, now)) return;
    this.kept.change(message, { ...message.state, visibleAt: now, receives: state.receives - 1 });
    this.wakeup.at(now);
  }

  /** Those that are there, in flight or not, in the order in which they came. */
  messages(): readonly Message[] {
    const oldest = this.oldest(this.surroundings.time.now());
    return [...this.kept.messages.values()].filter(({ keptSince }) => keptSince > oldest);
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.kept.remove(id);
  }

  close(): void {
    this.wakeup.stop();
    this.kept.close();
  }

  private add(message: Message): Message {
    this.kept.put(message);
    this.wakeup.at(message.state.visibleAt);
    return message;
  }

  private deduplicationIdOf({ groupId, deduplicationId, body }: MessageDraft): string {
    if (!groupId) throw missing('MessageGroupId');
    if (deduplicationId) return deduplicationId;
    if (this.definition.attributes.ContentBasedDeduplication === 'true') return contentId(body);
    throw new SqsError(
      'InvalidParameterValueException',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }

  private nextSequence(): string {
    const byTime = BigInt(this.surroundings.time.now()) * 10_000_000n;
    this.lastSequence = byTime > this.lastSequence ? byTime : this.lastSequence + 1n;
    return String(this.lastSequence);
  }

  /**
   * In order, looked for as far as it is asked. Of a FIFO queue's groups none that has a message in flight, and nothing behind one
   * that is delayed.
   */
  private *receivable(now: number): Iterable<Message> {
    const { isFifo } = this;
    const oldest = this.oldest(now);
    const blocked = new Set<string | undefined>();
    if (isFifo)
      for (const one of this.kept.messages.values())
        if (isInFlight(one, now) && one.keptSince > oldest) blocked.add(one.groupId);
    for (const message of this.kept.messages.values()) {
      if (message.keptSince <= oldest) this.kept.remove(message.id);
      else if (isFifo && blocked.has(message.groupId)) continue;
      else if (!isHidden(message, now)) yield message;
      else if (isFifo) blocked.add(message.groupId);
    }
  }

  /** What was kept since then or before is gone. */
  private oldest(now: number): number {
    return now - this.number('MessageRetentionPeriod') * 1000;
  }

  /** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html */
  private moveToDeadLetters(message: Message): boolean {
    const policy = this.redrivePolicy;
    const receives = message.state.receives - (message.receivedBefore ?? 0);
    if (!policy || receives < policy.maxReceiveCount) return false;
    const target = this.surroundings.find(policy.deadLetterTargetArn);
    if (!target || target === this) return false;
    this.kept.remove(message.id);
    target.adopt(message, this.arn);
    return true;
  }

  /**
   * A standard queue's message stays as old as it is; that of a FIFO queue is kept from now on.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html
   */
  private adopt(message: Message, deadLetterSource: string): void {
    const now = this.surroundings.time.now();
    const { receives, firstReceivedAt } = message.state;
    const state = { visibleAt: now, receives, firstReceivedAt };
    const fifo = this.isFifo ? { sequence: this.nextSequence(), keptSince: now } : {};
    this.add({ ...message, ...fifo, deadLetterSource, receivedBefore: receives, state });
  }
}
