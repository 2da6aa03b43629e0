import type { GatewayRequest } from './gateway-request.ts';
import type { HttpHooks, RouteEntry } from './handler.ts';
import { withinLimits } from './limits.ts';
import type { RouteOptions } from './options.ts';
import { beginAnswers } from './stream/begin-answers.ts';
import { throughMiddleware } from './through-middleware.ts';
import { checkedParts, checkRequest, issuesOf } from './validation.ts';

/** Runs what a route's requests go through: checks, and the handler. */
export type Serve = (request: GatewayRequest) => unknown;

/**
 * Puts what a route asks for in front of its handler: its middleware, then a type that it doesn't take is refused, then a body that is
 * too large, then what doesn't fit a schema. A route that asks for nothing is its handler and no more.
 */
export function serveOf(entry: RouteEntry, hooks: HttpHooks): Serve {
  const { options } = entry.declaration;
  let serve: Serve = entry.handler;
  // Left out where the code holds no validator, or says nothing of these.
  if (!process.env.TANKARD_WITHOUT_SCHEMAS) serve = validated(options, serve);
  if (!process.env.TANKARD_WITHOUT_LIMITS) serve = withinLimits(options, serve);
  if (!process.env.TANKARD_WITHOUT_STREAMS) serve = beginAnswers(options, serve);
  return process.env.TANKARD_WITHOUT_MIDDLEWARE ? serve : throughMiddleware(serve, entry, hooks);
}

function validated(options: RouteOptions, serve: Serve): Serve {
  const parts = checkedParts(options);
  if (parts.length === 0) return serve;
  return async (request) => {
    try {
      const checking = checkRequest(parts, options, request);
      if (checking) await checking;
    } catch (error) {
      const issues = issuesOf(error);
      if (!issues || !options.onInvalid) throw error;
      return options.onInvalid(issues, request);
    }
    return await serve(request);
  };
}
