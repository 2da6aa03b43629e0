import type { RoutePattern } from '../http/pattern.ts';
import type { Handler } from '../registration.ts';

/**
 * Routes that a caller may call: patterns such as `GET /users/{id}`, paths for every method of one, `$connect` of the WebSocket API, what
 * `app.route` or `app.websocket` gave, or `*` for all. A parameter stands for any text, slashes included, as everywhere in policies.
 */
export type AllowedRoutes = '*' | readonly (RoutePattern | `/${string}` | '$connect' | '*' | Handler)[];

/** What an authorizer may pass on to the handlers of routes. */
export type AuthContext = Readonly<Record<string, string | number | boolean>>;

/** What an authorizer says of a caller. */
export interface Allow<Context extends AuthContext = AuthContext> {
  readonly effect: 'allow';
  readonly routes: AllowedRoutes;
  /** Who calls, for logs and for `req.auth.principalId`. */
  readonly principalId: string;
  /** Reaches handlers as text: `req.auth.context`. */
  readonly context?: Context | undefined;
}

/** Nothing may be called. */
export interface Deny {
  readonly effect: 'deny';
  readonly principalId: string;
}

/**
 * Lets a caller call some routes. API Gateway remembers this for the authorizer's `ttl` and asks it of every route that the
 * caller calls meanwhile, so name all that the caller may call, and not only the one that is being called.
 *
 * @example
 * return allow({ routes: ['GET /users/{id}', 'POST /orders'], principalId: user.id, context: { role: user.role } });
 */
export function allow<const Context extends AuthContext = Record<never, never>>(
  caller: Omit<Allow<Context>, 'effect'>,
): Allow<Context> {
  return { effect: 'allow', ...caller };
}

/** Lets a caller call nothing, for as long as the authorizer's `ttl`: 403. */
export function deny({ principalId = 'anonymous' }: { readonly principalId?: string } = {}): Deny {
  return { effect: 'deny', principalId };
}
