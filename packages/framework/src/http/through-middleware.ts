import type { GatewayRequest } from './gateway-request.ts';
import type { HttpHooks, RouteEntry } from './handler.ts';
import { answerTo } from './recover.ts';
import { replyOf } from './reply.ts';
import { asReply } from './result.ts';
import type { RouteAnswer } from './route-answer.ts';
import type { Serve } from './serve.ts';
import { begunAnswer } from './stream/begin-answers.ts';

// Left out where nothing streams.
const begin = process.env.TANKARD_WITHOUT_STREAMS ? undefined : begunAnswer;

/**
 * Puts middleware around a route, its checks included, the first outermost. As in Chalice an error is an answer by the time
 * that middleware sees it; so is one that middleware throws, for those around it.
 */
export function throughMiddleware(serve: Serve, route: RouteEntry, hooks: HttpHooks): Serve {
  const middleware = hooks.middlewareOf?.(route) ?? [];
  if (middleware.length === 0) return serve;
  const whole = middleware.reduceRight<(request: GatewayRequest) => Promise<RouteAnswer>>(
    (inner, { run }) =>
      (request) =>
        settled(request, hooks, () => run(request as never, (() => inner(request)) as never)),
    (request) => settled(request, hooks, () => serve(request)),
  );
  // What it put around the handler's stream is begun too.
  return route.declaration.options.stream && begin
    ? async (request) => begin(request, await whole(request))
    : whole;
}

async function settled(request: GatewayRequest, hooks: HttpHooks, run: () => unknown): Promise<RouteAnswer> {
  try {
    const { status, body, headers } = await asReply(await run());
    return replyOf(status, body, { ...headers });
  } catch (error) {
    const { status, body, headers } = await answerTo(error, request, hooks);
    return { ...replyOf(status, body, { ...headers }), error };
  }
}
