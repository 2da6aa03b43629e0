import type { KindTemplate } from '../template.ts';
import type { SubscriptionModel } from './model.ts';

const SCOPES = { attributes: 'MessageAttributes', body: 'MessageBody' } as const;

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html */
export const subscriptionTemplate: KindTemplate<SubscriptionModel> = {
  suffix: 'Subscription',
  attributes: {},
  render: ({ topicArn, protocol, endpoint, filter, filterScope, raw }, { id, value }) => ({
    [id]: {
      Type: 'AWS::SNS::Subscription',
      Properties: {
        TopicArn: value(topicArn),
        Protocol: protocol,
        Endpoint: value(endpoint),
        FilterPolicy: filter && value(filter),
        FilterPolicyScope: filter && filterScope && SCOPES[filterScope],
        RawMessageDelivery: raw,
      },
    },
  }),
};
