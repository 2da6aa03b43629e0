import { createRunningWork } from '../../deliveries/running-work.ts';
import { answerQuery } from '../../endpoint/query-operations.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { publishOperations } from './publish-operations.ts';
import { createPublisher } from './publisher.ts';
import { subscriptionOperations } from './subscription-operations.ts';
import { type Attributes, isFifo, nameOf } from './topic.ts';
import { topicOperations } from './topic-operations.ts';
import { type NewSubscription, Topics } from './topics.ts';

/** SNS, delivering to functions and queues. Phones, mail, web hooks and what is for them are refused by name. */
export interface SnsEmulator extends Emulator {
  /** Makes a topic unless there is one of the ARN. @param label for people; default the topic's name. */
  ensureTopic(arn: string, label?: string): void;
  /** Takes what the app subscribes, in place of what it did before; what others have subscribed stays. */
  setAppSubscriptions(subscriptions: readonly NewSubscription[]): void;
  /** Waits until what was published has been handed over. */
  settle(): Promise<boolean>;
}

export async function startSns(context: EmulatorContext): Promise<SnsEmulator> {
  const topics = new Topics(context.folder);
  const running = createRunningWork();
  const publisher = createPublisher(topics, context, running);
  const operations = {
    ...topicOperations(topics, context),
    ...subscriptionOperations(topics),
    ...publishOperations(topics, publisher),
  };
  context.targets.receive('sns', async (arn, { body, attributes = {}, cause, ...more }) => {
    const texts = { lambda: body, sqs: body };
    publisher.publish(topics.topic(arn), { texts, attributes, ...more }, cause.after);
  });
  return {
    services: ['sns'],
    handle: (request) => answerQuery(request, 'SNS', 'http://sns.amazonaws.com/doc/2010-03-31/', operations),
    ensureTopic(arn, label = nameOf(arn)) {
      const there = topics.has(arn) ? topics.topic(arn) : undefined;
      if (there?.label === label) return;
      const attributes: Attributes = isFifo(arn) ? { FifoTopic: 'true' } : {};
      topics.set({ arn, attributes, tags: {}, ...there, label });
    },
    setAppSubscriptions: (subscriptions) => topics.setApp(subscriptions),
    settle: running.settle,
    close: async () => {},
  };
}
