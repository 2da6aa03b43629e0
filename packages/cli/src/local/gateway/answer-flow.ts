import type { ServerResponse } from 'node:http';
import { preludeOf } from '../runtime-api/prelude.ts';
import type { TakeChunk } from '../runtime-api/streamed-answer.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';

/** Bytes within which status and headers have to come: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html */
const LARGEST_HEAD = 16 * 1024;

/** An answer whose body is still being made. */
export interface AnswerFlow {
  /** Status and headers as the function wrote them; nothing where none came. */
  readonly head: unknown;
  /** Sends the body as it comes. It ends when the function has; where that failed, the connection is cut. */
  sendTo(outgoing: ServerResponse): Promise<void>;
  /** Lets the function go on for nobody. */
  drop(): void;
}

/**
 * Calls a function that streams, and waits until status and headers are there.
 *
 * Whoever leaves is not told to the function: it runs on, as in Lambda, and what it makes is dropped.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-response-streaming.html
 */
export async function answerFlow(
  invoke: (take: TakeChunk) => Promise<InvocationResult>,
): Promise<AnswerFlow> {
  const head = Promise.withResolvers<unknown>();
  const target = Promise.withResolvers<ServerResponse | undefined>();
  let begin: Buffer | undefined = Buffer.alloc(0);

  async function take(chunk: Buffer): Promise<void> {
    let rest = chunk;
    if (begin) {
      begin = Buffer.concat([begin, chunk]);
      const prelude = preludeOf(begin);
      if (!prelude && begin.length <= LARGEST_HEAD) return;
      begin = undefined;
      head.resolve(prelude?.head);
      rest = prelude?.body ?? Buffer.alloc(0);
    }
    if (rest.length === 0) return;
    const outgoing = await target.promise;
    if (outgoing) await sent(outgoing, rest);
  }

  const ended = invoke(take);
  // A function that fails before its head, or whose head is no JSON, gives none.
  ended.then(() => head.resolve(undefined), head.reject);
  return {
    head: await head.promise,
    async sendTo(outgoing) {
      target.resolve(outgoing);
      const { failed } = await ended;
      if (failed) outgoing.destroy();
      else outgoing.end();
    },
    drop: () => target.resolve(undefined),
  };
}

/** Hands a chunk to a client, and waits while it takes no more. */
function sent(outgoing: ServerResponse, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (outgoing.destroyed || outgoing.write(chunk)) return resolve();
    const go = () => {
      outgoing.off('drain', go);
      outgoing.off('close', go);
      resolve();
    };
    outgoing.on('drain', go);
    outgoing.on('close', go);
  });
}
