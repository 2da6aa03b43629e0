import { createRunningWork } from '../../deliveries/running-work.ts';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { restXmlRefusal } from '../../endpoint/refusal.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { addressOf } from './address.ts';
import * as buckets from './buckets.ts';
import type { ObjectChange } from './change.ts';
import type { S3Context, S3Handler } from './context.ts';
import { copyObject } from './copy.ts';
import { S3Error } from './error.ts';
import * as multipart from './multipart.ts';
import { BucketNotifications, type Notification } from './notifications/bucket-notifications.ts';
import * as configuration from './notifications/configuration.ts';
import { createNotifier } from './notifications/notifier.ts';
import { createSequencer } from './notifications/sequencer.ts';
import * as objects from './objects.ts';
import { operationOf, type S3Operation } from './operation.ts';
import { checkCredentials } from './presigned.ts';
import { S3Store } from './store.ts';
import * as tagging from './tagging.ts';
import { Uploads } from './uploads.ts';

/** S3 on plain files, with the operations of {@link S3Operation}; no versions, policies or access lists. */
export interface S3Emulator extends Emulator {
  /** Makes a bucket unless there is one of the name. */
  createBucket(name: string): Promise<void>;
  /** Calls `listener` after every change of an object. */
  onChange(listener: (change: ObjectChange) => void): void;
  /** Takes what the app's buckets tell its functions, by bucket, in place of what they told before. */
  setAppNotifications(notifications: ReadonlyMap<string, readonly Notification[]>): void;
  /** Waits until every notification that is under way has been handed over. */
  settle(): Promise<boolean>;
}

const HANDLERS: Readonly<Record<S3Operation, S3Handler>> = {
  AbortMultipartUpload: multipart.abortMultipartUpload,
  CompleteMultipartUpload: multipart.completeMultipartUpload,
  CopyObject: copyObject,
  CreateBucket: buckets.createBucket,
  CreateMultipartUpload: multipart.createMultipartUpload,
  DeleteBucket: buckets.deleteBucket,
  DeleteObject: objects.deleteObject,
  DeleteObjectTagging: tagging.deleteObjectTagging,
  DeleteObjects: objects.deleteObjects,
  GetBucketLocation: buckets.getBucketLocation,
  GetBucketNotificationConfiguration: configuration.getBucketNotification,
  GetObject: objects.getObject,
  GetObjectTagging: tagging.getObjectTagging,
  HeadBucket: buckets.headBucket,
  HeadObject: objects.getObject,
  ListBuckets: buckets.listBuckets,
  ListObjects: buckets.listObjects,
  ListObjectsV2: buckets.listObjectsSecondVersion,
  ListParts: multipart.listParts,
  PutBucketNotificationConfiguration: configuration.putBucketNotification,
  PutObject: objects.putObject,
  PutObjectTagging: tagging.putObjectTagging,
  UploadPart: multipart.uploadPart,
  UploadPartCopy: multipart.uploadPartCopy,
};

export async function startS3(place: EmulatorContext): Promise<S3Emulator> {
  const { folder, region, targets, time } = place;
  const store = await S3Store.open(folder);
  const notifications = new BucketNotifications(folder);
  const running = createRunningWork();
  const notify = createNotifier(notifications, place);
  const listeners: ((change: ObjectChange) => void)[] = [(change) => running.start(() => notify(change))];
  const sequencer = createSequencer();
  const uploads = new Uploads();

  const contextOf = ({ caller }: AwsRequest): S3Context => ({
    store,
    uploads,
    region,
    targets,
    notifications,
    changed(change) {
      const at = new Date(time.now());
      const whole = { ...change, time: at, sequencer: sequencer(at), by: caller?.invocation };
      for (const listener of listeners) listener(whole);
    },
  });
  return {
    services: ['s3'],
    createBucket: (name) => store.create(name),
    onChange: (listener) => void listeners.push(listener),
    setAppNotifications: (ofApp) => notifications.setApp(ofApp),
    settle: running.settle,
    close: async () => {},
    async handle(request) {
      try {
        return await answer(contextOf(request), request);
      } catch (error) {
        if (!(error instanceof S3Error)) throw error;
        // HEAD has no body, so SDKs know only the status.
        if (request.method === 'HEAD') return { status: error.status, headers: {} };
        return restXmlRefusal(
          { code: error.code, message: error.message, status: error.status },
          request.path,
        );
      }
    },
  };
}

async function answer(context: S3Context, request: AwsRequest): Promise<AwsResponse> {
  const address = addressOf(request);
  const operation = operationOf(request, address);
  if (typeof operation !== 'string') {
    throw new S3Error('NotImplemented', 501, `tankard local's S3 has no operation for ${operation.unknown}.`);
  }
  checkCredentials(request, new Date());
  const response = await HANDLERS[operation](context, {
    request,
    bucket: address.bucket ?? '',
    key: address.key ?? '',
  });
  return { ...response, headers: { 'x-amz-request-id': crypto.randomUUID(), ...response.headers } };
}
