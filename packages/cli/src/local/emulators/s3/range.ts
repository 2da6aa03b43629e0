import { S3Error } from './error.ts';

/** First and last byte, both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads `Range: bytes=…`. Like S3 it takes one range only and ignores what it can't read.
 *
 * @throws S3Error InvalidRange where it begins after the object's end.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const last = size - 1;
  const range =
    match[1] === ''
      ? { start: Math.max(0, size - Number(match[2])), end: last }
      : { start: Number(match[1]), end: match[2] === '' ? last : Math.min(last, Number(match[2])) };
  if (range.start > last || range.end < range.start) {
    throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable');
  }
  return range;
}
