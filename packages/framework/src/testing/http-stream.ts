import type { ProxyResult } from '../http/result.ts';
import { type Chunk, chunkOf } from '../http/stream/chunk.ts';
import { isStreamed, STREAM } from '../http/stream/streamed-result.ts';
import { type AnsweredCall, type HttpAnswer, httpAnswer } from './http-answer.ts';

/** What a client of a streamed answer would see. */
export interface HttpStream extends Pick<HttpAnswer, 'statusCode' | 'headers' | 'cookies'> {
  /**
   * As the handler gave them; of an answer that is no stream, its body. It rejects where the stream breaks off, and whoever leaves the loop
   * ends the handler's stream.
   */
  readonly chunks: AsyncIterable<Chunk>;
}

/** Reads a result that may be streamed. */
export function httpStream(result: ProxyResult, call: AnsweredCall): HttpStream {
  const answer = httpAnswer(result, call);
  const { statusCode, headers, cookies } = answer;
  return { statusCode, headers, cookies, chunks: chunksOf(result, answer) };
}

async function* chunksOf(result: ProxyResult, answer: HttpAnswer): AsyncGenerator<Chunk> {
  if (isStreamed(result)) for await (const chunk of result[STREAM]) yield chunkOf(chunk);
  else if (answer.body !== '') yield result.isBase64Encoded ? answer.bytes() : answer.body;
}
