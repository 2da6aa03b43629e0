import { createMatcher, type ProxyRequest, restApiEvent } from '@tankard/framework/gateway';

/** A case of route_matching. */
export interface MatchCase {
  readonly routes: readonly string[];
  readonly url: string;
  readonly expected?: {
    readonly route: string;
    readonly captured: Readonly<Record<string, string>>;
    readonly query_params: Readonly<Record<string, readonly string[]>>;
  };
  readonly error?: string;
}

/** What the matcher that the function and the local gateway share makes of a URL. */
export function matchOf({ routes, url }: MatchCase): MatchCase['expected'] {
  const request = requestOf('GET', url);
  const matcher = createMatcher(routes.map((path) => ({ method: 'GET' as const, path })));
  const match = matcher.match('GET', request.path);
  if (!match) return undefined;
  const event = restApiEvent(request, { ...match.route, params: match.params });
  const query = event.multiValueQueryStringParameters ?? {};
  return {
    route: match.route.path,
    captured: match.params,
    query_params: query as Record<string, readonly string[]>,
  };
}

/** A URL of the cases, which has no host, as a request. */
export function requestOf(method: string, url: string, more: Partial<ProxyRequest> = {}): ProxyRequest {
  const [path = '', queryString = ''] = url.split('?', 2);
  return { method, path, queryString, headers: [], body: new Uint8Array(), sourceIp: '127.0.0.1', ...more };
}
