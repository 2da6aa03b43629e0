import { ANY, type KindDeployer } from '../deployer.ts';
import { isOpen, join, type Value } from '../value.ts';
import type { SubscriptionModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html */
export const subscriptionDeployer: KindDeployer<SubscriptionModel> = {
  find: () => [{ actions: ['sns:ListSubscriptions'], resources: ANY }],
  bring: (own, { topicArn }) => {
    const topic = isOwn(topicArn) ? own.named('sns', '', 256) : topicArn;
    return [
      { actions: ['sns:ListSubscriptionsByTopic', 'sns:Subscribe'], resources: [topic] },
      {
        actions: ['sns:GetSubscriptionAttributes', 'sns:SetSubscriptionAttributes', 'sns:Unsubscribe'],
        // A subscription's ARN is its topic's with an id.
        resources: [topic, join(topic, ':*')],
      },
    ];
  },
};

const isOwn = (value: Value): boolean => isOpen(value) && '$ref' in value;
