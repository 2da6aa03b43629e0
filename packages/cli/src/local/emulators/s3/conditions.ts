import { S3Error } from './error.ts';
import type { StoredObject } from './stored-object.ts';

const failed = () =>
  new S3Error('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');

/**
 * Whether an object is to be answered with 304, by `if-match` and its kin in RFC 9110's order of precedence. `prefix` is
 * `x-amz-copy-source-` for the source of a copy.
 *
 * @throws S3Error PreconditionFailed
 */
export function notModified(
  headers: Readonly<Record<string, string>>,
  object: StoredObject,
  prefix = '',
): boolean {
  const modified = Math.floor(Date.parse(object.modified) / 1000) * 1000;
  const match = headers[`${prefix}if-match`];
  const unmodifiedSince = headers[`${prefix}if-unmodified-since`];
  if (match !== undefined) {
    if (!names(match, object.etag)) throw failed();
  } else if (unmodifiedSince !== undefined && modified > Date.parse(unmodifiedSince)) throw failed();
  const noneMatch = headers[`${prefix}if-none-match`];
  const modifiedSince = headers[`${prefix}if-modified-since`];
  if (noneMatch !== undefined) return names(noneMatch, object.etag);
  return modifiedSince !== undefined && modified <= Date.parse(modifiedSince);
}

/**
 * Conditional writes: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 *
 * @throws S3Error PreconditionFailed, NoSuchKey
 */
export function checkWrite(
  headers: Readonly<Record<string, string>>,
  existing: StoredObject | undefined,
): void {
  const match = headers['if-match'];
  if (headers['if-none-match'] === '*' && existing) throw failed();
  if (match === undefined) return;
  if (!existing) throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.');
  if (!names(match, existing.etag)) throw failed();
}

function names(list: string, etag: string): boolean {
  const bare = (text: string) => text.trim().replace(/^W\//, '').replaceAll('"', '');
  return list.trim() === '*' || list.split(',').some((one) => bare(one) === bare(etag));
}
