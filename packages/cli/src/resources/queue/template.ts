import { attributeText, type KindTemplate, refText } from '../template.ts';
import type { QueueModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const queueTemplate: KindTemplate<QueueModel> = {
  suffix: 'Queue',
  attributes: { url: refText, arn: attributeText('Arn'), name: attributeText('QueueName') },
  render: ({ physicalName, fifo, visibility, deadLetter, retention }, { id, value }) => ({
    [id]: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: physicalName,
        FifoQueue: fifo || undefined,
        VisibilityTimeout: visibility,
        MessageRetentionPeriod: retention,
        RedrivePolicy: deadLetter && {
          deadLetterTargetArn: value(deadLetter.arn),
          maxReceiveCount: deadLetter.maxReceives,
        },
      },
    },
  }),
};
