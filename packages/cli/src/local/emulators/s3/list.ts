import { toXml } from '../../endpoint/xml.ts';
import type { BucketStore } from './bucket-store.ts';
import { invalid } from './error.ts';
import type { StoredObject } from './stored-object.ts';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
/** A page holds at most this many keys and prefixes. */
const PAGE = 1000;

interface Page {
  readonly objects: readonly StoredObject[];
  readonly prefixes: readonly string[];
  /** The last key or prefix of the page, where more follow. */
  readonly next?: string | undefined;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjectsV2(bucket: BucketStore, query: URLSearchParams): string {
  const token = query.get('continuation-token');
  const after = token ? Buffer.from(token, 'base64url').toString() : query.get('start-after');
  const { objects, prefixes, next } = page(bucket, query, after ?? '');
  return toXml({
    ListBucketResult: {
      '@xmlns': NAMESPACE,
      ...echo(bucket, query),
      KeyCount: objects.length + prefixes.length,
      ...(query.has('start-after') && { StartAfter: encoder(query)(query.get('start-after') ?? '') }),
      ...(token && { ContinuationToken: token }),
      IsTruncated: next !== undefined,
      ...(next !== undefined && { NextContinuationToken: Buffer.from(next).toString('base64url') }),
      ...contents(objects, prefixes, query),
    },
  });
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html */
export function listObjectsV1(bucket: BucketStore, query: URLSearchParams): string {
  const { objects, prefixes, next } = page(bucket, query, query.get('marker') ?? '');
  return toXml({
    ListBucketResult: {
      '@xmlns': NAMESPACE,
      ...echo(bucket, query),
      Marker: encoder(query)(query.get('marker') ?? ''),
      IsTruncated: next !== undefined,
      ...(next !== undefined && query.has('delimiter') && { NextMarker: encoder(query)(next) }),
      ...contents(objects, prefixes, query),
    },
  });
}

function page(bucket: BucketStore, query: URLSearchParams, after: string): Page {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const limit = pageSize(query);
  const objects: StoredObject[] = [];
  const prefixes: string[] = [];
  let last: string | undefined;
  for (const object of bucket.list()) {
    if (!object.key.startsWith(prefix)) continue;
    const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    const entry = cut < 0 ? object.key : object.key.slice(0, cut + delimiter.length);
    if (entry === last || entry === after || Buffer.compare(Buffer.from(object.key), Buffer.from(after)) <= 0)
      continue;
    if (objects.length + prefixes.length === limit)
      return { objects, prefixes, next: limit === 0 ? undefined : last };
    last = entry;
    if (cut < 0) objects.push(object);
    else prefixes.push(entry);
  }
  return { objects, prefixes };
}

function pageSize(query: URLSearchParams): number {
  const wanted = Number(query.get('max-keys') ?? PAGE);
  if (!Number.isInteger(wanted) || wanted < 0)
    throw invalid('Argument maxKeys must be an integer between 0 and 2147483647');
  return Math.min(PAGE, wanted);
}

function echo(bucket: BucketStore, query: URLSearchParams): object {
  const encode = encoder(query);
  return {
    Name: bucket.name,
    Prefix: encode(query.get('prefix') ?? ''),
    MaxKeys: pageSize(query),
    ...(query.has('delimiter') && { Delimiter: encode(query.get('delimiter') ?? '') }),
    ...(query.has('encoding-type') && { EncodingType: 'url' }),
  };
}

function contents(
  objects: readonly StoredObject[],
  prefixes: readonly string[],
  query: URLSearchParams,
): object {
  const encode = encoder(query);
  return {
    Contents: objects.map((object) => ({
      Key: encode(object.key),
      LastModified: object.modified,
      ETag: object.etag,
      Size: object.size,
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: prefixes.map((prefix) => ({ Prefix: encode(prefix) })),
  };
}

/** Keys may hold characters that XML 1.0 can't; SDKs then ask for `encoding-type=url`. */
function encoder(query: URLSearchParams): (text: string) => string {
  if (query.get('encoding-type') !== 'url') return (text) => text;
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
}
