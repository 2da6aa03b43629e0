import { at, fromXml, listOf, toXml } from '../../endpoint/xml.ts';
import { bodyOf } from './body.ts';
import { checksumHeaders, checksumsOf } from './checksum.ts';
import { checkWrite, notModified } from './conditions.ts';
import { type S3Handler, xmlAnswer } from './context.ts';
import { malformedXml, noSuchKey } from './error.ts';
import { describedBy, headersOf } from './object-headers.ts';
import { rangeOf } from './range.ts';
import { tagsOfHeader } from './tags.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const putObject: S3Handler = async ({ store, changed }, { request, bucket, key }) => {
  const objects = store.bucket(bucket);
  const body = bodyOf(request);
  const checksums = checksumsOf(request.headers, body);
  const tags = tagsOfHeader(
    request.headers['x-amz-tagging'] ?? request.query.get('x-amz-tagging') ?? undefined,
  );
  const object = await objects.put(
    { key, ...describedBy(request.headers), tags, checksums },
    body.bytes,
    (existing) => checkWrite(request.headers, existing),
  );
  changed({
    event: 'ObjectCreated:Put',
    bucket,
    key,
    size: object.size,
    etag: object.etag.replaceAll('"', ''),
  });
  return { status: 200, headers: { etag: object.etag, ...checksumHeaders(checksums) } };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html; answers HEAD as well. */
export const getObject: S3Handler = async ({ store }, { request, bucket, key }) => {
  const objects = store.bucket(bucket);
  const object = objects.get(key);
  if (!object) throw noSuchKey();
  const headers = headersOf(object, request.query);
  if (notModified(request.headers, object)) return { status: 304, headers: { etag: object.etag } };
  const range = rangeOf(request.headers.range, object.size);
  if (!range && request.headers['x-amz-checksum-mode'] === 'ENABLED')
    Object.assign(headers, checksumHeaders(object.checksums));
  if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${object.size}`;
  headers['content-length'] = String(range ? range.end - range.start + 1 : object.size);
  const status = range ? 206 : 200;
  if (request.method === 'HEAD' || object.size === 0) return { status, headers };
  return { status, headers, body: objects.read(object, range) };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html: gone already is fine. */
export const deleteObject: S3Handler = async ({ store, changed }, { bucket, key }) => {
  const object = await store.bucket(bucket).delete(key);
  if (object) changed({ event: 'ObjectRemoved:Delete', bucket, key });
  return { status: 204, headers: {} };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html */
export const deleteObjects: S3Handler = async ({ store, changed }, { request, bucket }) => {
  const objects = store.bucket(bucket);
  const { bytes } = bodyOf(request);
  let parsed: unknown;
  try {
    parsed = fromXml(bytes.toString());
  } catch {
    throw malformedXml();
  }
  const keys = listOf(at(parsed, 'Delete', 'Object')).map((object) => String(at(object, 'Key') ?? ''));
  if (keys.length === 0 || keys.length > 1000) throw malformedXml();
  for (const key of keys) {
    if (await objects.delete(key)) changed({ event: 'ObjectRemoved:Delete', bucket, key });
  }
  const quiet = at(parsed, 'Delete', 'Quiet') === 'true';
  const Deleted = quiet ? [] : keys.map((Key) => ({ Key }));
  return xmlAnswer(toXml({ DeleteResult: { '@xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/', Deleted } }));
};
