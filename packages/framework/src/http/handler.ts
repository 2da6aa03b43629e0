import type { LambdaContext, LambdaFunction } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HttpMethod } from '../manifest/types.ts';
import { createCors } from './cors/cors.ts';
import type { CorsOptions } from './cors/options.ts';
import { errorAnswer, unexpected } from './error-answer.ts';
import { GatewayRequest } from './gateway-request.ts';
import type { RouteOptions } from './options.ts';
import type { RawHttpEvent } from './raw-event.ts';
import type { RouteRequest } from './request.ts';
import { type ProxyResult, resultOf } from './result.ts';
import { createRouter } from './router.ts';
import { serve } from './serve.ts';

/** A route as the router takes it. */
export interface RouteEntry {
  readonly method: HttpMethod;
  readonly path: string;
  readonly options: RouteOptions;
  /** A method, so that a handler of a narrower request may stand here: the router gives it what its pattern names. */
  handler(request: RouteRequest): unknown;
}

/**
 * Decides what an error looks like, for every route of an app (`app.onError`). What it returns is converted as a handler's
 * result is; undefined leaves the error to the default answer. It may throw, the error or another one.
 */
export type ErrorHandler = (error: unknown, request: RouteRequest) => unknown;

/** What the router takes from the app. */
export interface HttpHooks {
  onError(): ErrorHandler | undefined;
  readonly log: Pick<Logger, 'error'>;
  readonly cors?: boolean | CorsOptions | undefined;
}

/**
 * Makes a Lambda handler of routes: finds the route of a proxy event, runs it, and answers in the event's payload
 * version. It never throws: whatever goes wrong is an answer, and one of 5xx is logged with its cause.
 */
export function httpHandler(routes: readonly RouteEntry[], hooks: HttpHooks): LambdaFunction {
  const route = createRouter(routes);
  const cors = createCors(routes, hooks.cors);

  return async (raw: unknown, context: LambdaContext): Promise<ProxyResult> => {
    const event = (typeof raw === 'object' && raw !== null ? raw : {}) as RawHttpEvent;
    const v2 = event.version === '2.0';
    const request = new GatewayRequest(event, context);
    let answer: ProxyResult;
    try {
      const result = resultOf(cors?.preflight(request) ?? (await serve(route(request), request)), v2);
      // Most results are at hand, and a second wait takes 60 ns of the 1,000 that a small route does.
      answer = result instanceof Promise ? await result : result;
    } catch (error) {
      answer = await recover(error, request, v2, hooks);
    }
    return cors ? cors.added(answer, request) : answer;
  };
}

async function recover(
  error: unknown,
  request: RouteRequest,
  v2: boolean,
  hooks: HttpHooks,
): Promise<ProxyResult> {
  let cause = error;
  try {
    const custom = await hooks.onError()?.(error, request);
    if (custom !== undefined) return logged(cause, await resultOf(custom, v2), hooks);
  } catch (thrown) {
    cause = thrown;
  }
  try {
    return logged(cause, await resultOf(errorAnswer(cause), v2), hooks);
  } catch (unsendable) {
    return logged(unsendable, await resultOf(unexpected(), v2), hooks);
  }
}

function logged(error: unknown, result: ProxyResult, hooks: HttpHooks): ProxyResult {
  if (result.statusCode >= 500) {
    hooks.log.error('A route failed.', error instanceof Error ? error : { thrown: error });
  }
  return result;
}
