import { MethodNotAllowedError, NotFoundError } from './errors.ts';
import { arrivesEncoded, pathOf } from './gateway-request.ts';
import { decodeAll } from './headers.ts';
import { createMatcher, type Matcher } from './match.ts';
import { type ParsedRoute, parseRoute, type RoutePattern } from './pattern.ts';
import type { Router, ServedRoute } from './router.ts';

/** A matcher of routes by the paths in their targets. */
export function matcherOf<R extends { readonly target: RoutePattern }>(
  routes: Iterable<R>,
): Matcher<ParsedRoute & { readonly route: R }> {
  return createMatcher(Array.from(routes, (route) => ({ ...parseRoute(route.target), route })));
}

/** Matches the path itself, as it has to be behind a `$default` route or a function URL. */
export function createPathRouter(routes: Iterable<ServedRoute>): Router {
  const matcher = matcherOf(routes);
  return (request) => {
    const { raw, method } = request;
    const path = pathOf(raw);
    const found = matcher.match(method, path);
    if (!found) throw unmatched(matcher.methodsOf(path), method, request.path);
    const { route } = found.route;
    request.route = route.target;
    request.params = arrivesEncoded(raw) ? decodeAll(found.params) : found.params;
    return route;
  };
}

function unmatched(methods: readonly string[], method: string, path: string): Error {
  if (methods.length === 0) return new NotFoundError(`No route for ${method} ${path}`);
  return new MethodNotAllowedError(`Unsupported method: ${method}`, {
    headers: { Allow: methods.join(', ') },
  });
}
