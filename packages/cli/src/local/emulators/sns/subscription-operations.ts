import type { QueryOperation } from '../../endpoint/query-operations.ts';
import { invalid } from './errors.ts';
import { page } from './page.ts';
import { checkSubscriptionAttributes } from './subscription-attributes.ts';
import { fromEntries, type Subscription, toEntries } from './topic.ts';
import type { Topics } from './topics.ts';

interface SubscribeInput {
  readonly TopicArn?: string;
  readonly Protocol?: string;
  readonly Endpoint?: string;
  readonly Attributes?: unknown;
}

interface OfSubscription {
  readonly SubscriptionArn?: string;
}

/** What is subscribed to topics: functions and queues of this machine. */
export function subscriptionOperations(topics: Topics): Readonly<Record<string, QueryOperation>> {
  const list = (all: readonly Subscription[], token: string | undefined) => {
    const { items, next } = page(all, token);
    return { Subscriptions: { member: items.map(shown) }, ...next };
  };
  return {
    Subscribe({ TopicArn, Protocol = '', Endpoint: endpoint = '', Attributes }: SubscribeInput) {
      const { arn: topicArn } = topics.topic(TopicArn);
      if (Protocol !== 'lambda' && Protocol !== 'sqs') {
        throw invalid(
          `Protocol: tankard local's SNS delivers to functions and queues (lambda, sqs), and not by ${Protocol}`,
        );
      }
      const attributes = fromEntries(Attributes);
      const wanted = { topicArn, protocol: Protocol, endpoint, attributes } as const;
      return { SubscriptionArn: topics.subscribe(wanted).arn };
    },
    Unsubscribe({ SubscriptionArn = '' }: OfSubscription) {
      topics.unsubscribe(SubscriptionArn);
      return {};
    },
    ListSubscriptions: ({ NextToken }: { NextToken?: string }) => list(topics.allSubscriptions(), NextToken),
    ListSubscriptionsByTopic: ({ TopicArn, NextToken }: { TopicArn?: string; NextToken?: string }) =>
      list(topics.of(topics.topic(TopicArn).arn), NextToken),
    GetSubscriptionAttributes({ SubscriptionArn }: OfSubscription) {
      const subscription = topics.subscription(SubscriptionArn);
      const { attributes } = subscription;
      return {
        Attributes: toEntries({
          ...shown(subscription),
          ...{ ConfirmationWasAuthenticated: 'true', PendingConfirmation: 'false' },
          RawMessageDelivery: 'false',
          ...('FilterPolicy' in attributes && { FilterPolicyScope: 'MessageAttributes' }),
          ...attributes,
        }),
      };
    },
    SetSubscriptionAttributes(input: OfSubscription & { AttributeName?: string; AttributeValue?: string }) {
      const subscription = topics.subscription(input.SubscriptionArn);
      const change = { [input.AttributeName ?? '']: input.AttributeValue ?? '' };
      const attributes = checkSubscriptionAttributes(subscription.attributes, change);
      topics.setSubscription({ ...subscription, attributes });
      return {};
    },
  };
}

function shown({ arn, topicArn, protocol, endpoint }: Subscription) {
  return {
    SubscriptionArn: arn,
    Owner: topicArn.split(':')[4] ?? '',
    Protocol: protocol,
    Endpoint: endpoint,
    TopicArn: topicArn,
  };
}
