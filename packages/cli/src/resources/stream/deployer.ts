import { ANY, type KindDeployer } from '../deployer.ts';
import type { OwnArns } from '../own-arns.ts';
import type { StreamModel } from './model.ts';

const streams = (own: OwnArns) => [own.named('kinesis', 'stream/', 128)];

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html */
export const streamDeployer: KindDeployer<StreamModel> = {
  find: (own) => [
    { actions: ['kinesis:ListStreams'], resources: ANY },
    { actions: ['kinesis:DescribeStreamSummary', 'kinesis:ListTagsForStream'], resources: streams(own) },
  ],
  bring: (own) => [
    {
      actions: [
        'kinesis:AddTagsToStream',
        'kinesis:CreateStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:ListTagsForStream',
        'kinesis:RemoveTagsFromStream',
        // CreateStream with tags asks for it.
        'kinesis:TagResource',
      ],
      resources: streams(own),
    },
    { actions: ['kinesis:UpdateShardCount', 'kinesis:UpdateStreamMode'], resources: ANY },
  ],
  removeData: (own) => [{ actions: ['kinesis:DeleteStream'], resources: streams(own) }],
};
