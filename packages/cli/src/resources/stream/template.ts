import { attributeText, KEPT, type KindTemplate, refText, tagList } from '../template.ts';
import type { StreamModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html */
export const streamTemplate: KindTemplate<StreamModel> = {
  suffix: 'Stream',
  attributes: { name: refText, arn: attributeText('Arn') },
  render: ({ physicalName, shards }, context) => ({
    [context.id]: {
      Type: 'AWS::Kinesis::Stream',
      ...KEPT,
      Properties: {
        Name: physicalName,
        ShardCount: shards,
        StreamModeDetails: { StreamMode: shards === undefined ? 'ON_DEMAND' : 'PROVISIONED' },
        Tags: tagList(context),
      },
    },
  }),
};
