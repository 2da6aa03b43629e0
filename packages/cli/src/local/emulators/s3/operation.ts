import type { AwsRequest } from '../../endpoint/message.ts';
import type { S3Address } from './address.ts';

/** What the emulator does; anything else is refused by name. */
export type S3Operation =
  | 'AbortMultipartUpload'
  | 'CompleteMultipartUpload'
  | 'CopyObject'
  | 'CreateBucket'
  | 'CreateMultipartUpload'
  | 'DeleteBucket'
  | 'DeleteObject'
  | 'DeleteObjectTagging'
  | 'DeleteObjects'
  | 'GetBucketLocation'
  | 'GetBucketNotificationConfiguration'
  | 'GetObject'
  | 'GetObjectTagging'
  | 'HeadBucket'
  | 'HeadObject'
  | 'ListBuckets'
  | 'ListObjects'
  | 'ListObjectsV2'
  | 'ListParts'
  | 'PutBucketNotificationConfiguration'
  | 'PutObject'
  | 'PutObjectTagging'
  | 'UploadPart'
  | 'UploadPartCopy';

/** Query keys that turn a plain operation into another one. */
const SUBRESOURCES = new Set([
  ...[
    'accelerate',
    'acl',
    'analytics',
    'attributes',
    'cors',
    'delete',
    'encryption',
    'inventory',
    'legal-hold',
    'lifecycle',
  ],
  ...[
    'location',
    'logging',
    'metrics',
    'notification',
    'object-lock',
    'ownershipControls',
    'policy',
    'policyStatus',
  ],
  ...[
    'publicAccessBlock',
    'replication',
    'requestPayment',
    'restore',
    'retention',
    'select',
    'session',
    'tagging',
    'torrent',
  ],
  ...['uploadId', 'uploads', 'versionId', 'versioning', 'versions', 'website'],
]);

/** By method, what is addressed, and subresource. */
const OPERATIONS: Readonly<Record<string, S3Operation>> = {
  'GET service': 'ListBuckets',
  'PUT bucket': 'CreateBucket',
  'HEAD bucket': 'HeadBucket',
  'DELETE bucket': 'DeleteBucket',
  'GET bucket': 'ListObjects',
  'GET bucket location': 'GetBucketLocation',
  'GET bucket notification': 'GetBucketNotificationConfiguration',
  'PUT bucket notification': 'PutBucketNotificationConfiguration',
  'POST bucket delete': 'DeleteObjects',
  'GET object': 'GetObject',
  'HEAD object': 'HeadObject',
  'PUT object': 'PutObject',
  'DELETE object': 'DeleteObject',
  'GET object tagging': 'GetObjectTagging',
  'PUT object tagging': 'PutObjectTagging',
  'DELETE object tagging': 'DeleteObjectTagging',
  'POST object uploads': 'CreateMultipartUpload',
  'PUT object uploadId': 'UploadPart',
  'GET object uploadId': 'ListParts',
  'POST object uploadId': 'CompleteMultipartUpload',
  'DELETE object uploadId': 'AbortMultipartUpload',
};

/** The operation that a request asks for, or what it looks like where there is none here. */
export function operationOf(
  request: AwsRequest,
  { bucket, key }: S3Address,
): S3Operation | { readonly unknown: string } {
  const { method, query, headers } = request;
  const addressed = key !== undefined ? 'object' : bucket !== undefined ? 'bucket' : 'service';
  const subresources = [...new Set(query.keys())].filter((name) => SUBRESOURCES.has(name));
  // One part of an object that was uploaded in parts: the parts are not kept apart.
  if (query.has('partNumber') && !query.has('uploadId')) subresources.push('partNumber');
  const shape = [method, addressed, ...subresources].join(' ');
  const operation = OPERATIONS[shape];
  if (operation === undefined) return { unknown: shape };
  const copies = 'x-amz-copy-source' in headers;
  if (operation === 'PutObject' && copies) return 'CopyObject';
  if (operation === 'UploadPart' && copies) return 'UploadPartCopy';
  if (operation === 'ListObjects' && query.get('list-type') === '2') return 'ListObjectsV2';
  return operation;
}
