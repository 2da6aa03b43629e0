import type { AwsRequest } from '../../endpoint/message.ts';
import { invalid } from './error.ts';

/** Which bucket and object a request is about; neither for the list of buckets. */
export interface S3Address {
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
}

/** Reads path style (`/bucket/key`) and virtual-host style (`bucket.localhost`, `bucket.s3.…`). */
export function addressOf({ host, path }: Pick<AwsRequest, 'host' | 'path'>): S3Address {
  const hosted = /^(.+?)\.(?:s3[.-].*|localhost|127\.0\.0\.1)$/.exec(host)?.[1];
  const rest = path.slice(1);
  if (hosted && hosted !== 's3') return { bucket: hosted, key: rest === '' ? undefined : decoded(rest) };
  if (rest === '') return {};
  const slash = rest.indexOf('/');
  if (slash < 0) return { bucket: decoded(rest) };
  const key = rest.slice(slash + 1);
  return { bucket: decoded(rest.slice(0, slash)), key: key === '' ? undefined : decoded(key) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('The path holds a malformed percent-encoding.');
  }
}
