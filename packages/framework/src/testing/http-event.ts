import type { RouteAuth } from '../auth/found.ts';
import { functionUrlEvent } from '../gateway/function-url-event.ts';
import { httpApiEvent } from '../gateway/http-api-event.ts';
import type { ProxyRequest, ProxyRoute } from '../gateway/proxy-request.ts';
import { restApiEvent } from '../gateway/rest-api-event.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';

/** The form of an event. */
export type HttpPayload = '1.0' | '2.0' | 'function-url';

/** What a request may hold beside its path. */
export interface HttpInput {
  /** Sent as JSON, with its `content-type`. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: string | Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Added to what the path has; a list gives a name several times. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly string[]>> | undefined;
  /**
   * What the route's authorizer is to have found, in place of asking it; `'none'`: that it let the request through and found nothing. Without,
   * an authorizer of the app itself is run, and a route with any other one answers 401.
   */
  readonly auth?: RouteAuth | 'none' | undefined;
  /** Which payload: 2.0 of an HTTP API (default), 1.0 of a REST API, or 2.0 as a function URL sends it. */
  readonly payload?: HttpPayload | undefined;
}

/**
 * The event of one HTTP request.
 *
 * @param path With or without a query; what isn't percent-encoded gets so.
 * @param route The route that the gateway chose; default `$default`, which leaves the choice to the function.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(
  method: string,
  path: string,
  input: HttpInput = {},
  route: ProxyRoute | '$default' = '$default',
): RawHttpEvent {
  const request = proxyRequest(method, path, input);
  if (input.payload === 'function-url') return functionUrlEvent(request);
  if (input.payload !== '1.0') return httpApiEvent(request, route);
  const proxy = { method: 'ANY', path: '/{proxy+}', params: { proxy: request.path.slice(1) } };
  return restApiEvent(request, route === '$default' ? proxy : route);
}

/** Makes of what a test says a request as it stands before a gateway. */
export function proxyRequest(method: string, path: string, input: HttpInput): ProxyRequest {
  const url = new URL(`http://localhost${path}`);
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const each of typeof value === 'object' ? value : [String(value)])
      url.searchParams.append(name, each);
  }
  const headers = Object.entries(input.headers ?? {}).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );
  if (input.json !== undefined && !headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['content-type', 'application/json']);
  }
  const body = input.json === undefined ? (input.body ?? '') : JSON.stringify(input.json);
  return {
    method,
    path: url.pathname,
    queryString: url.search.slice(1),
    headers,
    body: typeof body === 'string' ? Buffer.from(body) : body,
    sourceIp: '127.0.0.1',
  };
}
