import type { Readable } from 'node:stream';
import type { Caller } from '../callers/callers.ts';

/** One HTTP request of an AWS client, read whole. */
export interface AwsRequest {
  readonly method: string;
  /** The host header without its port. */
  readonly host: string;
  /** As it was sent, percent-encoding included. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The function that made it; nothing where it came from outside of the app. */
  readonly caller?: Caller | undefined;
  /** Aborted when the client is no longer there: a message that it waited for must not be lost with it. */
  readonly gone?: AbortSignal | undefined;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing for HEAD and empty answers; a stream needs a `content-length` header. */
  readonly body?: Buffer | string | Readable | undefined;
}
