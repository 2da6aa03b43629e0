import type { AwsRequest } from '../../endpoint/message.ts';
import { S3Error } from './error.ts';

/** The bytes that a request carries, with the checksums that come in a trailer. */
export interface S3Body {
  readonly bytes: Buffer;
  readonly trailers: Readonly<Record<string, string>>;
}

/**
 * Takes the chunk signatures of `aws-chunked` out of a body. SDK v3 sends it for every body of unknown length and with each
 * checksum in a trailer: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export function bodyOf({ headers, body }: Pick<AwsRequest, 'headers' | 'body'>): S3Body {
  const chunked =
    headers['content-encoding']?.split(/\s*,\s*/).includes('aws-chunked') ||
    headers['x-amz-content-sha256']?.startsWith('STREAMING-');
  if (!chunked) return { bytes: body, trailers: {} };
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const end = body.indexOf('\r\n', position);
    const size = end < 0 ? Number.NaN : Number.parseInt(body.toString('latin1', position, end), 16);
    if (Number.isNaN(size))
      throw new S3Error('IncompleteBody', 400, 'The request body terminated unexpectedly');
    position = end + 2;
    if (size === 0)
      return { bytes: Buffer.concat(chunks), trailers: trailersOf(body.toString('utf8', position)) };
    if (position + size > body.length)
      throw new S3Error('IncompleteBody', 400, 'The request body terminated unexpectedly');
    chunks.push(body.subarray(position, position + size));
    position += size + 2;
  }
}

function trailersOf(text: string): Record<string, string> {
  const lines = text.split('\r\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  return Object.fromEntries(lines.flatMap((match) => (match ? [[match[1]?.toLowerCase(), match[2]]] : [])));
}
