import type { ProxyResult } from '../result.ts';
import type { Begun } from './begun.ts';

/** No text, so that what copies a result keeps it and JSON leaves it out. */
export const STREAM: unique symbol = Symbol('stream');

/** A result whose body is made while it is sent. */
export interface StreamedResult extends ProxyResult {
  readonly [STREAM]: Begun;
}

export function isStreamed(result: object): result is StreamedResult {
  return STREAM in result;
}

/** The first chunk tells the type where no header does. */
export function streamedResult(statusCode: number, stream: Begun): StreamedResult {
  const type =
    stream.first.value instanceof Uint8Array ? 'application/octet-stream' : 'text/plain; charset=utf-8';
  return { statusCode, headers: { 'content-type': type }, body: '', [STREAM]: stream };
}
