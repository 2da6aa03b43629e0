import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { KeptMap } from '../../storage/kept-map.ts';
import { invalid, notFound } from './errors.ts';
import { checkSubscriptionAttributes } from './subscription-attributes.ts';
import { type Attributes, isFifo, nameOf, type Subscription, type Topic } from './topic.ts';

/** A subscription before it has an ARN. */
export type NewSubscription = Omit<Subscription, 'arn' | 'ofApp'>;

/** All topics and what is subscribed to them, kept on disk. */
export class Topics {
  private readonly topics: KeptMap<Topic>;
  private readonly subscriptions: KeptMap<Subscription>;

  constructor(folder: string) {
    this.topics = new KeptMap(join(folder, 'topics.json'));
    this.subscriptions = new KeptMap(join(folder, 'subscriptions.json'));
  }

  all(): readonly Topic[] {
    return this.topics.values();
  }

  /** @throws ServiceError NotFound */
  topic(arn: string | undefined): Topic {
    const topic = this.topics.get(arn ?? '');
    if (!topic) throw notFound('Topic');
    return topic;
  }

  has(arn: string): boolean {
    return this.topics.get(arn) !== undefined;
  }

  set(topic: Topic): void {
    this.topics.set(topic.arn, topic);
  }

  /** With its subscriptions. One that is not there is deleted already. */
  delete(arn: string): void {
    for (const { arn: subscription } of this.of(arn)) this.subscriptions.delete(subscription);
    this.topics.delete(arn);
  }

  allSubscriptions(): readonly Subscription[] {
    return this.subscriptions.values();
  }

  /** What is subscribed to a topic, in the order in which it was. */
  of(topicArn: string): readonly Subscription[] {
    return this.subscriptions.values().filter((one) => one.topicArn === topicArn);
  }

  /** @throws ServiceError NotFound */
  subscription(arn: string | undefined): Subscription {
    const subscription = this.subscriptions.get(arn ?? '');
    if (!subscription) throw notFound('Subscription');
    return subscription;
  }

  setSubscription(subscription: Subscription): void {
    this.subscriptions.set(subscription.arn, subscription);
  }

  unsubscribe(arn: string): void {
    this.subscriptions.delete(arn);
  }

  /**
   * Subscribes once: the second time gives the first subscription.
   *
   * @throws ServiceError InvalidParameter, also where it is there with other attributes.
   */
  subscribe(wanted: NewSubscription): Subscription {
    checkKinds(wanted);
    const attributes = checkSubscriptionAttributes({}, wanted.attributes);
    const there = this.same(wanted);
    if (!there) return this.add({ ...wanted, attributes }, false);
    const differs = Object.entries(attributes).some(([name, value]) => there.attributes[name] !== value);
    if (differs) throw invalid('Attributes Reason: Subscription already exists with different attributes');
    return there;
  }

  /** Takes what the app subscribes, in place of what it did before; what others have subscribed stays. */
  setApp(wanted: readonly NewSubscription[]): void {
    const kept = wanted.map((one) => {
      const there = this.same(one);
      if (!there) return this.add(one, true).arn;
      this.setSubscription({ ...there, attributes: one.attributes, ofApp: true });
      return there.arn;
    });
    for (const { arn, ofApp } of this.subscriptions.values()) {
      if (ofApp && !kept.includes(arn)) this.unsubscribe(arn);
    }
  }

  private same({ topicArn, protocol, endpoint }: NewSubscription): Subscription | undefined {
    return this.of(topicArn).find((one) => one.protocol === protocol && one.endpoint === endpoint);
  }

  private add(subscription: NewSubscription, ofApp: boolean): Subscription {
    const added = { ...subscription, arn: `${subscription.topicArn}:${randomUUID()}`, ofApp };
    this.setSubscription(added);
    return added;
  }
}

/** https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-delivery.html */
function checkKinds({ topicArn, protocol, endpoint }: NewSubscription): void {
  if (endpoint.split(':')[2] !== protocol)
    throw invalid(protocol === 'sqs' ? 'SQS endpoint ARN' : 'Lambda endpoint ARN');
  if (isFifo(topicArn) && protocol !== 'sqs')
    throw invalid('Invalid parameter: Endpoint Reason: FIFO topics deliver to SQS queues alone');
  if (!isFifo(topicArn) && isFifo(nameOf(endpoint)))
    throw invalid(
      'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
    );
}

/** @throws ServiceError InvalidParameter */
export function checkTopicName(name: string, attributes: Attributes): void {
  const fifo = isFifo(name);
  if (!/^[\w-]{1,256}$/.test(fifo ? name.slice(0, -5) : name)) throw invalid('Topic Name');
  if (fifo !== (attributes.FifoTopic === 'true')) {
    throw invalid(
      fifo
        ? 'Topic Name'
        : 'Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.',
    );
  }
}
