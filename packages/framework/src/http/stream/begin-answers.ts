import type { GatewayRequest } from '../gateway-request.ts';
import type { RouteOptions } from '../options.ts';
import { type Reply, replyOf } from '../reply.ts';
import { asReply } from '../result.ts';
import type { Serve } from '../serve.ts';
import { webStreamOf } from '../web-response.ts';
import { begun } from './begun.ts';
import { isStream } from './chunk.ts';

/** Statuses whose answers have no body: https://www.rfc-editor.org/rfc/rfc9110#section-6.4.1 */
const BODILESS = [204, 205, 304];

/** Begins the streams of a route that says it streams. */
export function beginAnswers({ stream }: RouteOptions, serve: Serve): Serve {
  if (!stream) return serve;
  return async (request) => begunAnswer(request, await serve(request));
}

/**
 * What a route gave, as an answer that counts when the first chunk of its stream is there: until then an error is answered as that of any
 * route. Where HTTP has no place for a body, the stream is not begun.
 */
export async function begunAnswer({ method }: GatewayRequest, value: unknown): Promise<Reply> {
  const reply = webStreamOf(value) ?? (await asReply(value));
  const { status, body, headers } = reply;
  if (!isStream(body)) return reply;
  if (method !== 'HEAD' && !BODILESS.includes(status)) return { ...reply, body: await begun(body) };
  await body[Symbol.asyncIterator]().return?.();
  return replyOf(status, undefined, headers);
}
