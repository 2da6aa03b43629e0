import type { IncomingMessage } from 'node:http';
import { proxyResultOf } from './prelude.ts';
import { failureIn, isForHttp } from './response-stream.ts';

/** Bytes of a streamed answer: https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html */
const LARGEST = 200 * 1024 * 1024;
/** Bytes that are remembered of one that somebody has taken. */
const REMEMBERED = 1024 * 1024;

/** Takes a piece of an answer; the next is read when it has. */
export type TakeChunk = (chunk: Buffer) => Promise<void> | void;

/** What came of a streamed answer. */
export interface StreamedAnswer {
  /** JSON text of the failure, or of the answer where it is for HTTP; any other as it was sent. */
  readonly body: string;
  readonly failed: boolean;
}

/**
 * Reads an answer that a runtime sends while the function makes it.
 *
 * @param take gets the chunks as they come; the beginning alone is remembered then.
 */
export async function readStreamed(request: IncomingMessage, take?: TakeChunk): Promise<StreamedAnswer> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) return { body: JSON.stringify(TOO_LARGE), failed: true };
    if (!take || size <= REMEMBERED) kept.push(chunk);
    await take?.(chunk);
  }
  const failure = failureIn(request.trailers);
  if (failure !== undefined) return { body: failure, failed: true };
  const bytes = Buffer.concat(kept);
  return { body: isForHttp(request.headers) ? proxyResultOf(bytes) : String(bytes), failed: false };
}

const TOO_LARGE = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${LARGEST} bytes).`,
};
