import { randomUUID } from 'node:crypto';
import type { RunningWork } from '../../deliveries/running-work.ts';
import type { EmulatorContext } from '../emulator.ts';
import { Deduplication } from '../fifo/deduplication.ts';
import type { TopicMessage } from './message.ts';
import { functionEvent, type Published, queueEnvelope } from './notification.ts';
import { deadLettersOf, filterOf } from './subscription-attributes.ts';
import { isFifo, nameOf, type Subscription, type Topic } from './topic.ts';
import type { Topics } from './topics.ts';

/** Takes messages and hands them to what is subscribed. */
export interface Publisher {
  /** Answers at once; what is subscribed gets it by itself. */
  publish(topic: Topic, message: TopicMessage, after: readonly string[]): PublishResult;
}

export interface PublishResult {
  readonly MessageId: string;
  readonly SequenceNumber?: string | undefined;
}

export function createPublisher(
  topics: Topics,
  { time, targets, undelivered }: Pick<EmulatorContext, 'time' | 'targets' | 'undelivered'>,
  running: RunningWork,
): Publisher {
  /** By topic; forgotten with the session, as the five minutes soon are. */
  const sent = new Map<string, Deduplication>();
  let last = 0n;

  function nextSequence(): string {
    const byTime = BigInt(time.now()) * 10_000_000n;
    last = byTime > last ? byTime : last + 1n;
    return String(last);
  }

  async function deliver(
    subscription: Subscription,
    published: Published,
    message: TopicMessage,
    after: readonly string[],
  ): Promise<void> {
    const { protocol, endpoint, topicArn, attributes } = subscription;
    const { label } = topics.topic(topicArn);
    const cause = { by: 'sns', what: `topic ${label}`, after } as const;
    const text = message.texts[protocol];
    const isRaw = protocol === 'sqs' && attributes.RawMessageDelivery === 'true';
    const body =
      protocol === 'lambda'
        ? JSON.stringify(functionEvent(published, text, subscription))
        : isRaw
          ? text
          : JSON.stringify(queueEnvelope(published, text, subscription), null, 2);
    const ofMessage = isRaw ? { attributes: message.attributes } : {};
    const { groupId, deduplicationId } = message;
    const delivered = {
      ...{ body, cause, groupId, ...ofMessage },
      deduplicationId: isFifo(nameOf(endpoint)) ? deduplicationId : undefined,
    };
    const deadLetters = deadLettersOf(subscription);
    await targets
      .send(endpoint, delivered)
      .catch((error: unknown) => {
        if (!deadLetters) throw error;
        return targets.send(deadLetters, delivered);
      })
      .catch((error: unknown) => undelivered(`message of the topic ${label} to ${endpoint}`, error));
  }

  return {
    publish(topic, message, after) {
      const now = time.now();
      const id = randomUUID();
      const { arn } = topic;
      const before = sent.get(arn) ?? new Deduplication();
      sent.set(arn, before);
      const key = deduplicationKey(topic, message);
      const already = key === undefined ? undefined : before.find(key, now);
      if (already) return { MessageId: already.id, SequenceNumber: already.sequence };
      const sequence = isFifo(arn) ? nextSequence() : undefined;
      if (key !== undefined && sequence) before.add(key, { id, sequence, at: now });
      const timestamp = new Date(now).toISOString();
      const published = { ...message, id, topicArn: arn, timestamp, sequence };
      for (const subscription of topics.of(arn)) {
        const { texts, attributes } = message;
        if (!filterOf(subscription)({ body: texts[subscription.protocol], attributes })) continue;
        // Begun in this turn, so that the messages of a group keep their order.
        running.start(() => deliver(subscription, published, message, after));
      }
      return { MessageId: id, SequenceNumber: sequence };
    },
  };
}

/** https://docs.aws.amazon.com/sns/latest/dg/fifo-topics-high-throughput.html */
function deduplicationKey(
  { attributes }: Topic,
  { groupId, deduplicationId }: TopicMessage,
): string | undefined {
  const perGroup = attributes.FifoThroughputScope === 'MessageGroup';
  return perGroup && deduplicationId !== undefined ? `${groupId} ${deduplicationId}` : deduplicationId;
}
