import type { GatewayRequest } from './gateway-request.ts';
import type { RouteEntry } from './handler.ts';
import { decodeAll } from './headers.ts';
import { createPathRouter } from './path-router.ts';
import type { RoutePattern } from './pattern.ts';
import type { Serve } from './serve.ts';

/** A route, and what its requests go through, which is made with the first of them: a start need not make it for each route. */
export interface ServedRoute {
  readonly target: RoutePattern;
  readonly entry: RouteEntry;
  serve: Serve | undefined;
}

/** Finds the route of a request and gives the request its parameters. */
export type Router = (request: GatewayRequest) => ServedRoute;

/**
 * Where the gateway has matched the route already, finding it is one look-up; where it has not, the path is matched, by what is
 * built at its first use.
 */
export function createRouter(routes: readonly RouteEntry[]): Router {
  const byKey = new Map<string, ServedRoute>();
  for (const entry of routes) {
    const { target } = entry.declaration;
    byKey.set(target, { target, entry, serve: undefined });
  }
  let byPath: Router | undefined;

  return (request) => {
    const { raw } = request;
    const { routeKey, requestContext, pathParameters } = raw;
    let chosen: ServedRoute | undefined;
    if (routeKey !== undefined) chosen = byKey.get(routeKey);
    else {
      const path = requestContext?.resourcePath ?? raw.resource;
      // What a REST API has in place of `$default`; the app may have a more specific route of its own.
      if (path !== '/{proxy+}')
        chosen =
          byKey.get(`${requestContext?.httpMethod ?? raw.httpMethod} ${path}`) ?? byKey.get(`ANY ${path}`);
    }
    if (!chosen) {
      byPath ??= createPathRouter(byKey.values());
      return byPath(request);
    }
    const params = (pathParameters ?? {}) as Readonly<Record<string, string>>;
    request.route = chosen.target;
    request.params = raw.version === undefined ? decodeAll(params) : params;
    return chosen;
  };
}
