import type { LogFields } from '../log.ts';
import { testContext } from '../testing/context.ts';
import { type ErrorHandler, httpHandler, type RouteEntry } from './handler.ts';
import type { RouteOptions } from './options.ts';
import type { RoutePattern } from './pattern.ts';
import type { ProxyResult } from './result.ts';

/** What the log was told, in tests of this folder. */
export const logged: { readonly message: string; readonly fields: LogFields | undefined }[] = [];

const log = {
  error(message: string, fields?: LogFields): void {
    logged.push({ message, fields });
  },
};

/** A route for a test. */
export function entry(
  pattern: string,
  handler: RouteEntry['handler'],
  options: RouteOptions = {},
): RouteEntry {
  return { declaration: { target: pattern as RoutePattern, options }, handler };
}

/** Takes away what {@link call} says of payload 2.0. */
export const V1 = { version: undefined, routeKey: undefined, rawPath: undefined };

/** Calls routes with the event of a POST to `/`, or what `event` says of it. */
export function call(
  routes: readonly RouteEntry[],
  event: object = {},
  onError?: ErrorHandler,
): Promise<ProxyResult> {
  const handler = httpHandler(routes, { onError: () => onError, log });
  const requestContext = { http: { method: 'POST' } };
  const whole = { version: '2.0', routeKey: 'POST /', rawPath: '/', requestContext, ...event };
  return handler(whole, testContext()) as Promise<ProxyResult>;
}

/** The JSON of an answer. */
export function json(result: ProxyResult): unknown {
  return JSON.parse(result.body);
}
