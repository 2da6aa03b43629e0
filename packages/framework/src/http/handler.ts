import type { LambdaContext, LambdaFunction } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HttpMethod } from '../manifest/types.ts';
import type { NotedMiddleware } from '../middleware.ts';
import { balancerResult } from './balancer-result.ts';
import { createCors } from './cors/cors.ts';
import type { CorsOptions } from './cors/options.ts';
import { unexpected } from './error-answer.ts';
import { GatewayRequest } from './gateway-request.ts';
import type { RouteOptions } from './options.ts';
import type { RawHttpEvent } from './raw-event.ts';
import { answerTo, logFailure } from './recover.ts';
import type { RouteRequest } from './request.ts';
import { type ProxyResult, resultOf } from './result.ts';
import { createRouter } from './router.ts';
import { type Serve, serveOf } from './serve.ts';
import { beginAnswers } from './stream/begin-answers.ts';
import { collected } from './stream/collect.ts';
import { throughMiddleware } from './through-middleware.ts';

// Left out where nothing says these.
const corsOf = process.env.TANKARD_WITHOUT_CORS ? undefined : createCors;
const around = process.env.TANKARD_WITHOUT_MIDDLEWARE ? undefined : throughMiddleware;

/** A route as the router takes it. */
export interface RouteEntry {
  readonly method: HttpMethod;
  readonly path: string;
  readonly options: RouteOptions;
  /** A method, so that a handler of a narrower request may stand here: the router gives it what its pattern names. */
  handler(request: RouteRequest): unknown;
  /** Runs around it, the first outermost. */
  readonly middleware?: readonly NotedMiddleware[] | undefined;
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
  /** Whoever calls the function takes streams as they are made; else they are collected. */
  readonly streams?: boolean | undefined;
}

/**
 * Makes a Lambda handler of routes: finds the route of a proxy event, runs it, and answers in the event's payload
 * version. It never throws: whatever goes wrong is an answer, and one of 5xx is logged with its cause.
 */
export function httpHandler(routes: readonly RouteEntry[], hooks: HttpHooks): LambdaFunction {
  const route = createRouter(routes.map((entry) => ({ ...entry, serve: servedBy(entry, hooks) })));
  const cors = corsOf?.(routes, hooks.cors);
  const whole = process.env.TANKARD_WITHOUT_STREAMS || hooks.streams ? undefined : collected;

  return async (raw: unknown, context: LambdaContext): Promise<ProxyResult> => {
    const event = (typeof raw === 'object' && raw !== null ? raw : {}) as RawHttpEvent;
    const v2 = event.version === '2.0';
    const request = new GatewayRequest(event, context);
    let answer: ProxyResult;
    try {
      const result = resultOf(cors?.preflight(request) ?? (await route(request).serve(request)), v2);
      // Most results are at hand, and a second wait takes 60 ns of the 1,000 that a small route does.
      answer = result instanceof Promise ? await result : result;
      if (whole) answer = await whole(answer);
    } catch (error) {
      answer = await recover(error, request, v2, hooks);
    }
    if (cors) answer = cors.added(answer, request);
    return v2 || !event.requestContext?.elb ? answer : balancerResult(answer, event);
  };
}

/** A route's handler with its checks, and its middleware around them. */
function servedBy(entry: RouteEntry, hooks: HttpHooks): Serve {
  const serve = (process.env.TANKARD_WITHOUT_STREAMS ? undefined : beginAnswers(entry)) ?? serveOf(entry);
  return around && entry.middleware?.length ? around(serve, entry, hooks) : serve;
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
