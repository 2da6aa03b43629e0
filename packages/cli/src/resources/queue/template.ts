import { attributeText, type KindTemplate, refText, tagList } from '../template.ts';
import type { QueueModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html */
export const queueTemplate: KindTemplate<QueueModel> = {
  suffix: 'Queue',
  attributes: { url: refText, arn: attributeText('Arn'), name: attributeText('QueueName') },
  render: ({ physicalName, fifo, visibility, deadLetter, retention }, context) => ({
    [context.id]: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        QueueName: physicalName,
        FifoQueue: fifo || undefined,
        VisibilityTimeout: visibility,
        MessageRetentionPeriod: retention,
        RedrivePolicy: deadLetter && {
          deadLetterTargetArn: context.value(deadLetter.arn),
          maxReceiveCount: deadLetter.maxReceives,
        },
        Tags: tagList(context),
      },
    },
  }),
};
