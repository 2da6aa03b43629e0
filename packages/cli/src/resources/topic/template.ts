import { attributeText, type KindTemplate, refText, tagList } from '../template.ts';
import type { TopicModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-topic.html */
export const topicTemplate: KindTemplate<TopicModel> = {
  suffix: 'Topic',
  attributes: { arn: refText, name: attributeText('TopicName') },
  render: ({ physicalName, fifo }, context) => ({
    [context.id]: {
      Type: 'AWS::SNS::Topic',
      Properties: { TopicName: physicalName, FifoTopic: fifo || undefined, Tags: tagList(context) },
    },
  }),
};
