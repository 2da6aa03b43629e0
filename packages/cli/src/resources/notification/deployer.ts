import { ANY, type KindDeployer } from '../deployer.ts';
import { join, pseudo } from '../value.ts';
import type { NotificationModel } from './model.ts';

/**
 * A bucket that may not be looked at is taken as one that has nothing of the app's.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const notificationDeployer: KindDeployer<NotificationModel> = {
  find: ({ bucket }) => [
    { actions: ['s3:ListAllMyBuckets'], resources: ANY },
    { actions: ['s3:GetBucketNotification'], resources: [bucket] },
  ],
  bring: (own, { bucket }) => [
    {
      actions: ['s3:GetBucketNotification', 's3:PutBucketNotification'],
      resources: [own.bucket, join('arn:', pseudo('partition'), ':s3:::', bucket)],
    },
  ],
};
