import { buffer } from 'node:stream/consumers';
import { toXml } from '../../endpoint/xml.ts';
import type { BucketStore } from './bucket-store.ts';
import { checkWrite, notModified } from './conditions.ts';
import { type S3Context, type S3Handler, xmlAnswer } from './context.ts';
import { invalid, noSuchKey, S3Error } from './error.ts';
import { describedBy } from './object-headers.ts';
import type { StoredObject } from './stored-object.ts';
import { tagsOfHeader } from './tags.ts';

/** Where a copy reads from, by `x-amz-copy-source: /bucket/key`. */
export function sourceOf(
  { store }: S3Context,
  headers: Readonly<Record<string, string>>,
): { readonly bucket: BucketStore; readonly object: StoredObject } {
  const path = decodeURIComponent((headers['x-amz-copy-source'] ?? '').split('?')[0] ?? '').replace(
    /^\//,
    '',
  );
  const slash = path.indexOf('/');
  if (slash < 1) throw invalid('Copy Source must mention the source bucket and key: sourcebucket/sourcekey');
  const bucket = store.bucket(path.slice(0, slash));
  const object = bucket.get(path.slice(slash + 1));
  if (!object) throw noSuchKey();
  if (notModified(headers, object, 'x-amz-copy-source-')) {
    throw new S3Error(
      'PreconditionFailed',
      412,
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  return { bucket, object };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
export const copyObject: S3Handler = async (context, { request, bucket, key }) => {
  const target = context.store.bucket(bucket);
  const { headers } = request;
  const source = sourceOf(context, headers);
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (source.bucket === target && source.object.key === key && !replaces) {
    throw new S3Error(
      'InvalidRequest',
      400,
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    );
  }
  const described = replaces
    ? describedBy(headers)
    : { headers: source.object.headers, metadata: source.object.metadata };
  const tags =
    headers['x-amz-tagging-directive'] === 'REPLACE'
      ? tagsOfHeader(headers['x-amz-tagging'])
      : source.object.tags;
  const bytes = await buffer(source.bucket.read(source.object));
  const object = await target.put(
    { key, ...described, tags, checksums: source.object.checksums },
    bytes,
    (existing) => checkWrite(headers, existing),
  );
  context.changed({
    event: 'ObjectCreated:Copy',
    bucket,
    key,
    size: object.size,
    etag: object.etag.replaceAll('"', ''),
  });
  return xmlAnswer(toXml({ CopyObjectResult: { LastModified: object.modified, ETag: object.etag } }));
};
