import type { LambdaFunction } from '../context.ts';
import type { Logger } from '../log.ts';
import type { HttpMethod } from '../manifest/types.ts';
import type { RouteOptions } from './options.ts';
import type { RouteRequest } from './request.ts';

/** A route as the router takes it. */
export interface RouteEntry {
  readonly method: HttpMethod;
  readonly path: string;
  readonly options: RouteOptions;
  readonly handler: (request: RouteRequest) => unknown;
}

/**
 * Decides what an error looks like, for every route of an app (`app.onError`). What it returns is converted as a handler's
 * result is; undefined leaves the error to the default answer. It may throw, the error or another one.
 */
export type ErrorHandler = (error: unknown, request: RouteRequest) => unknown;

/** What the router takes from the app. */
export interface HttpHooks {
  onError(): ErrorHandler | undefined;
  readonly log: Logger;
}

/** Makes a Lambda handler of routes: finds the route of a proxy event, runs it, and answers in the event's payload version. */
export function httpHandler(routes: readonly RouteEntry[], hooks: HttpHooks): LambdaFunction {
  throw new Error(`${routes.length} ${hooks.log.requestId}`);
}
