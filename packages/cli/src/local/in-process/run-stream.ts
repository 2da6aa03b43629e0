import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { LambdaContext } from '@tankard/framework';
import type { StreamFunction } from '@tankard/framework/lambda';
import { proxyResultOf } from '../runtime-api/prelude.ts';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';

/**
 * Runs a function that streams.
 *
 * @returns what it sent, as a result that is no stream would say it: JSON text.
 * @throws what it throws.
 */
export async function runStream(
  handler: StreamFunction,
  event: unknown,
  context: LambdaContext,
  take: TakeChunk = () => {},
): Promise<string> {
  const kept: Buffer[] = [];
  const sink = new Writable({
    // Each chunk has been taken before the next is asked for.
    highWaterMark: 1,
    write(chunk: Buffer, _, done) {
      kept.push(chunk);
      Promise.resolve(take(chunk)).then(() => done(), done);
    },
  });
  await handler(event, Object.assign(sink, { setContentType: () => {} }), context);
  await finished(sink);
  return proxyResultOf(Buffer.concat(kept));
}
