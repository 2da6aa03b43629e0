import { adapt } from '../adapt.ts';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { ProxyRoute } from '../gateway/proxy-request.ts';
import { createMatcher } from '../http/match.ts';
import { parseRoute } from '../http/pattern.ts';
import type { ProxyResult } from '../http/result.ts';
import type { DeclarationOf } from '../sources/declaration.ts';
import { type AnsweredCall, type HttpAnswer, httpAnswer } from './http-answer.ts';
import { type HttpInput, httpEvent, proxyRequest } from './http-event.ts';

/** Routes that an HTTP API takes; above, the app has one `$default` route. */
const MOST_ROUTES = 300;

/** Calls the routes of an app, through the gateway's matching and the adapter that runs in Lambda. */
export interface HttpClient {
  request(method: string, path: string, input?: HttpInput): Promise<HttpAnswer>;
  get(path: string, input?: HttpInput): Promise<HttpAnswer>;
  post(path: string, input?: HttpInput): Promise<HttpAnswer>;
  put(path: string, input?: HttpInput): Promise<HttpAnswer>;
  patch(path: string, input?: HttpInput): Promise<HttpAnswer>;
  delete(path: string, input?: HttpInput): Promise<HttpAnswer>;
}

/** The test client's part for routes. */
export function httpClient(app: App, context: () => LambdaContext): HttpClient {
  const request = async (method: string, path: string, input: HttpInput = {}): Promise<HttpAnswer> => {
    const called = proxyRequest(method, path, input).path;
    const call = { method, payload: input.payload };
    const route = chooseRoute(app, call, called);
    if (!route) return httpAnswer(unknownPath(input), call);
    const event = httpEvent(method, path, input, route);
    return httpAnswer((await adapt(app, routesOf(app))(event, context())) as ProxyResult, call);
  };
  return {
    request,
    get: (path, input) => request('GET', path, input),
    post: (path, input) => request('POST', path, input),
    put: (path, input) => request('PUT', path, input),
    patch: (path, input) => request('PATCH', path, input),
    delete: (path, input) => request('DELETE', path, input),
  };
}

function routesOf(app: App) {
  return app.state.registrations.filter(({ declaration }) => declaration.source === 'route');
}

function chooseRoute(
  app: App,
  { method, payload }: AnsweredCall,
  path: string,
): ProxyRoute | '$default' | undefined {
  const routes = routesOf(app).map(({ declaration }) =>
    parseRoute((declaration as DeclarationOf<'route'>).target),
  );
  const all = payload === 'function-url' || app.options.notFound === 'app' || routes.length > MOST_ROUTES;
  if (all) return '$default';
  const found = createMatcher(routes, { strictSlash: payload !== '1.0' }).match(method, path);
  return found && { ...found.route, params: found.params };
}

/** What the gateway says itself. */
function unknownPath({ payload }: HttpInput): ProxyResult {
  const rest = payload === '1.0';
  const message = rest ? 'Missing Authentication Token' : 'Not Found';
  const headers = { 'content-type': 'application/json' };
  return { statusCode: rest ? 403 : 404, headers, body: JSON.stringify({ message }) };
}
