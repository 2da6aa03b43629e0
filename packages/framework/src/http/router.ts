import { MethodNotAllowedError, NotFoundError } from './errors.ts';
import { arrivesEncoded, type GatewayRequest, pathOf } from './gateway-request.ts';
import { decoded } from './headers.ts';
import { createMatcher, type MatchableRoute, type Matcher } from './match.ts';
import type { RawHttpEvent } from './raw-event.ts';

/** Finds the route of a request and gives the request its parameters. */
export type Router<R> = (request: GatewayRequest) => R;

/**
 * Where the gateway has matched the route already, finding it is one look-up. Behind a `$default` route or a
 * function URL the path itself is matched, by a matcher that is built at its first use.
 */
export function createRouter<R extends MatchableRoute>(routes: readonly R[]): Router<R> {
  const byKey = new Map(routes.map((route) => [keyOf(route), { route, key: keyOf(route) }]));
  let matcher: Matcher<R> | undefined;

  return (request) => {
    const { raw } = request;
    const chosen = chosenByGateway(byKey, raw);
    if (chosen) {
      request.route = chosen.key;
      request.params = paramsOf(raw);
      return chosen.route;
    }
    matcher ??= createMatcher(routes);
    const path = pathOf(raw);
    const found = matcher.match(request.method, path);
    if (!found) throw unmatched(matcher.methodsOf(path), request);
    request.route = keyOf(found.route);
    request.params = arrivesEncoded(raw) ? decodeAll(found.params) : found.params;
    return found.route;
  };
}

const keyOf = ({ method, path }: MatchableRoute) => `${method} ${path}`;

function chosenByGateway<R>(byKey: Map<string, R>, raw: RawHttpEvent): R | undefined {
  if (raw.routeKey !== undefined) return byKey.get(raw.routeKey);
  const path = raw.requestContext?.resourcePath ?? raw.resource;
  // What a REST API has in place of `$default`; the app may have a more specific route of its own.
  if (path === '/{proxy+}') return undefined;
  return byKey.get(`${raw.requestContext?.httpMethod ?? raw.httpMethod} ${path}`) ?? byKey.get(`ANY ${path}`);
}

function paramsOf(raw: RawHttpEvent): Readonly<Record<string, string>> {
  const params = (raw.pathParameters ?? {}) as Readonly<Record<string, string>>;
  return raw.version === undefined ? decodeAll(params) : params;
}

function decodeAll(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const name of Object.keys(params)) out[name] = decoded(params[name] as string);
  return out;
}

function unmatched(methods: readonly string[], { method, path }: GatewayRequest): Error {
  if (methods.length === 0) return new NotFoundError(`No route for ${method} ${path}`);
  return new MethodNotAllowedError(`Unsupported method: ${method}`, {
    headers: { Allow: methods.join(', ') },
  });
}
