import {
  GetBucketNotificationConfigurationCommand,
  type NotificationConfiguration,
  PutBucketNotificationConfigurationCommand,
  paginateListBuckets,
  type S3Client,
} from '@aws-sdk/client-s3';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually } from '../../aws/eventually.ts';
import type { Known } from '../known.ts';
import type { Found, ReconcileContext, Reconciler, Scope } from '../reconciler.ts';
import { configurationOf, isOurs, ourNotifications } from './merge.ts';
import type { NotificationModel } from './model.ts';

/**
 * S3 has one document of notifications a bucket: read, changed in what is ours, and written whole.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
export const notificationReconciler: Reconciler<'notification'> = {
  replaces: [],
  key: ({ bucket }) => ({ bucket: String(bucket) }),
  wanted: ({ notifications }, { scope }) => ({
    notifications: ourNotifications(
      notifications.map((one) => configurationOf(one, scope)),
      scope,
    ),
  }),

  async observe({ key: { bucket = '' } }, { clients, scope }) {
    const all = await unlessAbsent(read(await clients.s3(), bucket));
    const notifications = ourNotifications(all?.LambdaFunctionConfigurations ?? [], scope);
    if (Object.keys(notifications).length === 0) return undefined;
    return { attributes: {}, properties: { notifications } };
  },

  async ensure(model, context) {
    await write(model, context);
    return { attributes: {} };
  },

  async sync({ model }, context) {
    await write(model, context);
    return { attributes: {} };
  },

  async remove({ key: { bucket = '' } }, { clients, scope }) {
    const s3 = await clients.s3();
    const all = await unlessAbsent(read(s3, bucket));
    if (!all?.LambdaFunctionConfigurations?.some((one) => isOurs(one, scope))) return;
    await unlessAbsent(s3.send(put(bucket, withoutOurs(all, scope), true)));
  },

  async list({ clients, scope }) {
    const s3 = await clients.s3();
    const found: Found[] = [];
    // An existing bucket may have any name, so each of the region is asked.
    for await (const { Buckets = [] } of paginateListBuckets(
      { client: s3 },
      { BucketRegion: scope.region },
    )) {
      for (const { Name: bucket = '' } of Buckets) {
        const all = await unless(read(s3, bucket), ['NoSuchBucket', 'AccessDenied']);
        if (!all?.LambdaFunctionConfigurations?.some((one) => isOurs(one, scope))) continue;
        found.push({ kind: 'notification', name: bucket, key: { bucket }, attributes: {} });
      }
    }
    return found;
  },
};

function read(s3: S3Client, Bucket: string): Promise<NotificationConfiguration> {
  return s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
}

/** S3 asks each function whether it may call it; a permission that was just given takes a moment. */
async function write(
  { bucket, notifications }: Known<NotificationModel>,
  { clients, scope, signal }: ReconcileContext,
): Promise<void> {
  const s3 = await clients.s3();
  const name = String(bucket);
  const ours = notifications.map((one) => configurationOf(one, scope));
  const others = withoutOurs(await read(s3, name), scope);
  const { LambdaFunctionConfigurations = [] } = others;
  const all = { ...others, LambdaFunctionConfigurations: [...LambdaFunctionConfigurations, ...ours] };
  await eventually(() => s3.send(put(name, all, false)), isNotYetAllowed, { signal });
}

const isNotYetAllowed = (error: unknown): boolean =>
  errorName(error) === 'InvalidArgument' && error instanceof Error && /validate/i.test(error.message);

function withoutOurs(
  {
    EventBridgeConfiguration,
    LambdaFunctionConfigurations,
    QueueConfigurations,
    TopicConfigurations,
  }: NotificationConfiguration,
  scope: Scope,
): NotificationConfiguration {
  return {
    EventBridgeConfiguration,
    LambdaFunctionConfigurations: LambdaFunctionConfigurations?.filter((one) => !isOurs(one, scope)),
    QueueConfigurations,
    TopicConfigurations,
  };
}

/** @param trusting does not ask the functions: one of the others' may be gone, and ours go anyway. */
function put(
  Bucket: string,
  NotificationConfiguration: NotificationConfiguration,
  trusting: boolean,
): PutBucketNotificationConfigurationCommand {
  return new PutBucketNotificationConfigurationCommand({
    Bucket,
    NotificationConfiguration,
    SkipDestinationValidation: trusting,
  });
}
