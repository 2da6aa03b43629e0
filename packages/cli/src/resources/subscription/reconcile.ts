import {
  GetSubscriptionAttributesCommand,
  paginateListSubscriptions,
  paginateListSubscriptionsByTopic,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import type { Found, Key, ReconcileContext, Reconciler } from '../reconciler.ts';
import {
  attributeChanges,
  observedSubscription,
  subscriptionAttributes,
  wantedSubscription,
} from './properties.ts';

/** https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html */
export const subscriptionReconciler: Reconciler<'subscription'> = {
  partOf: 'topic',
  replaces: [],
  key: ({ topicArn, protocol, endpoint }) => ({
    topic: String(topicArn),
    protocol,
    endpoint: String(endpoint),
  }),
  wanted: wantedSubscription,

  async observe({ key }, context) {
    const { topic = '' } = key;
    const all = await context.once(`subscriptions ${topic}`, () => subscriptionsOf(topic, context));
    const arn = all.find((one) => isSubscription(one, key))?.arn;
    if (arn === undefined) return undefined;
    const attributes = await attributesOf(await context.clients.sns(), arn);
    return attributes && { attributes: { arn }, properties: observedSubscription(attributes) };
  },

  async ensure(model, { clients }) {
    const sns = await clients.sns();
    const subscribe = new SubscribeCommand({
      TopicArn: String(model.topicArn),
      Protocol: model.protocol,
      Endpoint: String(model.endpoint),
      Attributes: subscriptionAttributes(wantedSubscription(model)),
      ReturnSubscriptionArn: true,
    });
    // It is there, with other attributes; one with these is answered as if it were new.
    const made = await unless(
      sns.send(subscribe),
      (name, message) => name.startsWith('InvalidParameter') && /already exists/i.test(message),
    );
    return made && { attributes: { arn: made.SubscriptionArn ?? '' } };
  },

  async sync({ wanted, observed, changed }, { clients }) {
    const sns = await clients.sns();
    const { arn: SubscriptionArn } = observed.attributes;
    for (const [AttributeName, AttributeValue] of attributeChanges(wanted, changed)) {
      await sns.send(
        new SetSubscriptionAttributesCommand({ SubscriptionArn, AttributeName, AttributeValue }),
      );
    }
    return { attributes: observed.attributes };
  },

  async remove({ key }, context) {
    const sns = await context.clients.sns();
    const all = await subscriptionsOf(key.topic ?? '', context);
    for (const { arn } of all.filter((one) => isSubscription(one, key))) {
      await unlessAbsent(sns.send(new UnsubscribeCommand({ SubscriptionArn: arn })));
    }
  },

  async list({ clients }, parents) {
    const sns = await clients.sns();
    const names = new Map(
      parents.flatMap(({ kind, name, attributes }) =>
        kind === 'function' || kind === 'queue' ? [[attributes.arn, name]] : [],
      ),
    );
    const found: Found[] = [];
    for await (const { Subscriptions = [] } of paginateListSubscriptions({ client: sns }, {})) {
      for (const {
        SubscriptionArn: arn = '',
        TopicArn = '',
        Protocol = '',
        Endpoint = '',
      } of Subscriptions) {
        const name = names.get(Endpoint);
        if (name === undefined) continue;
        const key = { topic: TopicArn, protocol: Protocol, endpoint: Endpoint };
        found.push({ kind: 'subscription', name, key, attributes: { arn } });
      }
    }
    return found;
  },
};

interface Subscription {
  readonly arn: string;
  readonly protocol: string;
  readonly endpoint: string;
}

const isSubscription = ({ protocol, endpoint }: Subscription, key: Key): boolean =>
  protocol === key.protocol && endpoint === key.endpoint;

/** None where the topic is gone. */
async function subscriptionsOf(
  TopicArn: string,
  { clients }: ReconcileContext,
): Promise<readonly Subscription[]> {
  const sns = await clients.sns();
  const subscriptions: Subscription[] = [];
  const read = async () => {
    for await (const page of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn })) {
      for (const { SubscriptionArn: arn = '', Protocol = '', Endpoint = '' } of page.Subscriptions ?? []) {
        subscriptions.push({ arn, protocol: Protocol, endpoint: Endpoint });
      }
    }
  };
  await unlessAbsent(read());
  return subscriptions;
}

async function attributesOf(sns: SNSClient, SubscriptionArn: string) {
  return (await unlessAbsent(sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))))
    ?.Attributes;
}
