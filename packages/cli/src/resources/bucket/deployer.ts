import { ANY, type KindDeployer } from '../deployer.ts';
import { join } from '../value.ts';
import type { BucketModel } from './model.ts';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const bucketDeployer: KindDeployer<BucketModel> = {
  find: ({ bucket }) => [
    { actions: ['s3:ListAllMyBuckets'], resources: ANY },
    { actions: ['s3:GetBucketTagging'], resources: [bucket] },
  ],
  bring: ({ bucket }) => [
    {
      actions: ['s3:CreateBucket', 's3:GetBucketTagging', 's3:ListBucket', 's3:PutBucketTagging'],
      resources: [bucket],
    },
  ],
  removeData: ({ bucket }) => [
    { actions: ['s3:DeleteBucket', 's3:ListBucketVersions'], resources: [bucket] },
    { actions: ['s3:DeleteObject', 's3:DeleteObjectVersion'], resources: [join(bucket, '/*')] },
  ],
};
