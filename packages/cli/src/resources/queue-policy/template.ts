import { trustDocument } from '../role/policy-document.ts';
import type { KindTemplate } from '../template.ts';
import type { QueuePolicyModel } from './model.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html */
export const queuePolicyTemplate: KindTemplate<QueuePolicyModel> = {
  suffix: 'QueuePolicy',
  attributes: {},
  render: ({ queue, queueArn, topics }, { id, value }) => ({
    [id]: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: {
        Queues: [value(queue)],
        PolicyDocument: trustDocument({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', {
          Resource: value(queueArn),
          Condition: { ArnEquals: { 'aws:SourceArn': value(topics) } },
        }),
      },
    },
  }),
};
