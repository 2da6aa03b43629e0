import type { LambdaContext, LambdaFunction } from '../context.ts';
import type { Logger } from '../log.ts';
import type { NotedMiddleware } from '../middleware.ts';
import type { DeclarationOf } from '../sources/declaration.ts';
import { balancerResult } from './balancer-result.ts';
import { createCors } from './cors/cors.ts';
import type { CorsOptions } from './cors/options.ts';
import { unexpected } from './error-answer.ts';
import { GatewayRequest } from './gateway-request.ts';
import type { RawHttpEvent } from './raw-event.ts';
import { answerTo, logFailure } from './recover.ts';
import type { RouteRequest } from './request.ts';
import { type ProxyResult, resultOf } from './result.ts';
import { createRouter } from './router.ts';
import { serveOf } from './serve.ts';
import { collected } from './stream/collect.ts';

/** A route as it is registered. */
export interface RouteEntry {
  readonly declaration: Pick<DeclarationOf<'route'>, 'target' | 'options'>;
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
  /** An error that nobody expected is answered with its stack. */
  readonly debug?: boolean | undefined;
  readonly log: Pick<Logger, 'error'>;
  readonly cors?: boolean | CorsOptions | undefined;
  /** What runs around a route, the first outermost. */
  readonly middlewareOf?: ((route: RouteEntry) => readonly NotedMiddleware[]) | undefined;
  /** Whoever calls the function takes streams as they are made; else they are collected. */
  readonly streams?: boolean | undefined;
}

/**
 * Makes a Lambda handler of routes: finds the route of a proxy event, runs it, and answers in the event's payload
 * version. It never throws: whatever goes wrong is an answer, and one of 5xx is logged with its cause.
 */
export function httpHandler(routes: readonly RouteEntry[], hooks: HttpHooks): LambdaFunction {
  const find = createRouter(routes);
  const cors = process.env.TANKARD_WITHOUT_CORS ? undefined : createCors(routes, hooks.cors);

  return async (raw: unknown, context: LambdaContext): Promise<ProxyResult> => {
    const event = (typeof raw === 'object' && raw !== null ? raw : {}) as RawHttpEvent;
    const v2 = event.version === '2.0';
    const request = new GatewayRequest(event, context);
    let answer: ProxyResult;
    try {
      let given: unknown;
      if (!process.env.TANKARD_WITHOUT_CORS) given = cors?.preflight(request);
      if (given === undefined) {
        const route = find(request);
        route.serve ??= serveOf(route.entry, hooks);
        given = await route.serve(request);
      }
      const result = resultOf(given, v2);
      // Most results are at hand, and a second wait takes 60 ns of the 1,000 that a small route does.
      answer = result instanceof Promise ? await result : result;
      if (!process.env.TANKARD_WITHOUT_STREAMS && !hooks.streams) answer = await collected(answer);
    } catch (error) {
      answer = await recover(error, request, v2, hooks);
    }
    if (!process.env.TANKARD_WITHOUT_CORS && cors) answer = cors.added(answer, request);
    return v2 || !event.requestContext?.elb ? answer : balancerResult(answer, event);
  };
}

async function recover(
  error: unknown,
  request: RouteRequest,
  v2: boolean,
  hooks: HttpHooks,
): Promise<ProxyResult> {
  try {
    return await resultOf(await answerTo(error, request, hooks), v2);
  } catch (unsendable) {
    logFailure(unsendable, hooks);
    return resultOf(unexpected(), v2);
  }
}
