import { S3Error } from './error.ts';
import type { StoredObject } from './stored-object.ts';

/** Headers that an object keeps and gives back. */
const KEPT = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
];
const META = 'x-amz-meta-';
/** Bytes, names and values together: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html */
const MOST_METADATA = 2048;

/** What a writing request says about the object beside its bytes. */
export function describedBy(
  headers: Readonly<Record<string, string>>,
): Pick<StoredObject, 'headers' | 'metadata'> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of KEPT) {
    const value = name === 'content-encoding' ? withoutChunked(headers[name]) : headers[name];
    if (value) kept[name] = value;
  }
  const metadata: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (name.startsWith(META)) metadata[name.slice(META.length)] = value;
  }
  const bytes = Object.entries(metadata).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name + value),
    0,
  );
  if (bytes > MOST_METADATA) {
    throw new S3Error(
      'MetadataTooLarge',
      400,
      'Your metadata headers exceed the maximum allowed metadata size',
    );
  }
  return { headers: kept, metadata };
}

/** What GET and HEAD say of an object; `response-…` query keys replace headers, as presigned links use them. */
export function headersOf(object: StoredObject, query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {
    ...object.headers,
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    'accept-ranges': 'bytes',
  };
  for (const [name, value] of Object.entries(object.metadata)) headers[META + name] = value;
  const tags = Object.keys(object.tags).length;
  if (tags > 0) headers['x-amz-tagging-count'] = String(tags);
  if (object.parts !== undefined) headers['x-amz-mp-parts-count'] = String(object.parts);
  for (const name of KEPT) {
    const instead = query.get(`response-${name}`);
    if (instead) headers[name] = instead;
  }
  return headers;
}

function withoutChunked(encoding: string | undefined): string | undefined {
  return encoding
    ?.split(/\s*,\s*/)
    .filter((one) => one !== 'aws-chunked')
    .join(', ');
}
