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
  GetObject: objects.getObject,
  GetObjectTagging: tagging.getObjectTagging,
  HeadBucket: buckets.headBucket,
  HeadObject: objects.getObject,
  ListBuckets: buckets.listBuckets,
  ListObjects: buckets.listObjects,
  ListObjectsV2: buckets.listObjectsSecondVersion,
  ListParts: multipart.listParts,
  PutObject: objects.putObject,
  PutObjectTagging: tagging.putObjectTagging,
  UploadPart: multipart.uploadPart,
  UploadPartCopy: multipart.uploadPartCopy,
};

export async function startS3({ folder, region }: EmulatorContext): Promise<S3Emulator> {
  const store = await S3Store.open(folder);
  const listeners: ((change: ObjectChange) => void)[] = [];
  const context: S3Context = {
    store,
    uploads: new Uploads(),
    region,
    changed(change) {
      for (const listener of listeners) listener({ ...change, time: new Date() });
    },
  };
  return {
    services: ['s3'],
    createBucket: (name) => store.create(name),
    onChange: (listener) => void listeners.push(listener),
    close: async () => {},
    async handle(request) {
      try {
        return await answer(context, request);
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
