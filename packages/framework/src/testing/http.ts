import { adapt } from '../adapt.ts';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { ProxyRoute } from '../gateway/proxy-request.ts';
import { createMatcher } from '../http/match.ts';
import { parseRoute } from '../http/pattern.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import type { ProxyResult } from '../http/result.ts';
import type { DeclarationOf } from '../sources/declaration.ts';
import { authorizeRoutes } from './authorize.ts';
import { type AnsweredCall, type HttpAnswer, httpAnswer } from './http-answer.ts';
import { type HttpInput, httpEvent, proxyRequest } from './http-event.ts';
import { type HttpStream, httpStream } from './http-stream.ts';
import { preflightRoutes, type TestRoute } from './preflight-routes.ts';

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
  /** As whoever takes an answer chunk by chunk. The others wait for all of a stream. */
  stream(method: string, path: string, input?: HttpInput): Promise<HttpStream>;
}

/** The test client's part for routes. */
export function httpClient(app: App, context: () => LambdaContext): HttpClient {
  const authorize = authorizeRoutes(app, context);
  const resultOf = async (call: AnsweredCall, path: string, input: HttpInput, streams: boolean) => {
    const { method } = call;
    const chosen = chooseRoute(app, call, proxyRequest(method, path, input).path);
    if (!chosen) return unknownPath(input);
    const event = httpEvent(method, path, input, chosen.route);
    const passage = chosen.declaration && (await authorize(chosen.declaration, event, input.auth));
    if (passage && 'refused' in passage) {
      const { status: statusCode, headers, body } = passage.refused;
      return { statusCode, headers, body: JSON.stringify(body) };
    }
    const found = passage?.found ? withAuthorizer(event, passage.found) : event;
    return (await adapt(app, routesOf(app), streams)(found, context())) as ProxyResult;
  };
  const request = async (method: string, path: string, input: HttpInput = {}): Promise<HttpAnswer> => {
    const call = { method, payload: input.payload };
    return httpAnswer(await resultOf(call, path, input, false), call);
  };
  return {
    request,
    async stream(method, path, input = {}) {
      const call = { method, payload: input.payload };
      return httpStream(await resultOf(call, path, input, true), call);
    },
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

interface Chosen {
  readonly route: ProxyRoute | '$default';
  readonly declaration: DeclarationOf<'route'> | undefined;
}

/** Behind `$default` the function matches, and less strictly; all routes have one authorizer then. */
function chooseRoute(app: App, { method, payload }: AnsweredCall, path: string): Chosen | undefined {
  const own = routesOf(app).map(({ declaration }): TestRoute => {
    const route = declaration as DeclarationOf<'route'>;
    return { ...parseRoute(route.target), declaration: route };
  });
  const all = payload === 'function-url' || app.options.notFound === 'app' || own.length > MOST_ROUTES;
  const routes = all ? own : [...own, ...preflightRoutes(app, own)];
  const found = createMatcher(routes, { strictSlash: !all && payload !== '1.0' }).match(method, path);
  if (all) return { route: '$default', declaration: found?.route.declaration };
  if (!found) return undefined;
  const { declaration, ...route } = found.route;
  return { route: { ...route, params: found.params }, declaration };
}

function withAuthorizer(event: RawHttpEvent, authorizer: Readonly<Record<string, unknown>>): RawHttpEvent {
  return { ...event, requestContext: { ...event.requestContext, authorizer } };
}

/** What the gateway says itself. */
function unknownPath({ payload }: HttpInput): ProxyResult {
  const rest = payload === '1.0';
  const message = rest ? 'Missing Authentication Token' : 'Not Found';
  const headers = { 'content-type': 'application/json' };
  return { statusCode: rest ? 403 : 404, headers, body: JSON.stringify({ message }) };
}
