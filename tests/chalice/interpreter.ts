import {
  App,
  BadRequestError,
  ConflictError,
  Feature,
  ForbiddenError,
  HttpError,
  MethodNotAllowedError,
  NotFoundError,
  RequestTimeoutError,
  type RoutePattern,
  type RouteRequest,
  reply,
  type Scope,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
} from '@tankard/framework';
import { type CaseAction, type CaseApp, type CaseHandler, refuseUnknownWords } from './app-language.ts';
import { authorizerOf } from './case-authorizers.ts';
import { corsOf } from './cors-case.ts';
import { addMiddleware, UNHANDLED } from './middleware-case.ts';

/** Chalice's view errors; any other name stands for an error that nobody expected. */
const VIEW_ERRORS: Readonly<Record<string, new (message: string) => HttpError>> = {
  BadRequestError,
  ConflictError,
  ForbiddenError,
  MethodNotAllowedError,
  NotFoundError,
  RequestTimeoutError,
  TooManyRequestsError,
  UnauthorizedError,
  UnprocessableEntityError,
};

/** Makes an app of its description. Only routes: what else it may hold is of later features. */
export function buildApp(description: CaseApp): App {
  refuseUnknownWords(description);
  const app = new App(description.app_name, {
    cors: corsOf(description.cors),
    debug: description.debug,
  });
  for (const middleware of description.middleware ?? []) addMiddleware(app, middleware);
  const features = new Map(
    Object.keys(description.blueprints ?? {}).map((name) => [name, new Feature(name)]),
  );
  for (const handler of description.handlers) {
    const scope = handler.blueprint === undefined ? app : features.get(handler.blueprint);
    if (!scope) throw new Error(`The case has no blueprint '${handler.blueprint}'.`);
    if (handler.kind === 'route') addRoutes(scope, handler, description);
  }
  for (const [name, feature] of features)
    app.mount(description.blueprints?.[name]?.url_prefix ?? '/', feature);
  return app;
}

/** Chalice's defaults, said in full: GET, and nothing but JSON in the body. */
export function addRoutes(scope: Scope, handler: CaseHandler, description: CaseApp): void {
  const { authorizer } = handler.args;
  const { path, methods = ['GET'], content_types: contentTypes = ['application/json'] } = handler.args;
  for (const method of methods) {
    const name = `${handler.fn}${method}`;
    const options = {
      name,
      contentTypes,
      cors: corsOf(handler.args.cors),
      authorizer: authorizer === undefined ? undefined : authorizerOf(description, authorizer),
    };
    scope.route(`${method} ${path}` as RoutePattern, options, (req) => act(handler.do, req));
  }
}

function act(action: CaseAction, req: RouteRequest): unknown {
  if ('echo' in action) return Object.fromEntries(action.echo.map((part) => [part, partOf(part, req)]));
  return returnedBy(action);
}

/** What a handler that does so returns. @throws what it is to throw */
export function returnedBy(action: Exclude<CaseAction, { readonly echo: unknown }>): unknown {
  if ('return' in action) return action.return;
  if ('return_bytes_b64' in action) return Buffer.from(action.return_bytes_b64, 'base64');
  if ('raise' in action) throw errorOf(action.raise);
  const { body, body_b64, headers, status_code = 200 } = action.response;
  return reply(status_code, body_b64 === undefined ? body : Buffer.from(body_b64, 'base64'), headers);
}

/** Whether a name is that of an error with a status, which reaches the client. */
export function isViewError(type: string): boolean {
  return type === 'ChaliceViewError' || type in VIEW_ERRORS;
}

function errorOf({ type, message }: { readonly type: string; readonly message: string }): Error {
  if (type === 'ChaliceViewError') return new HttpError(500, message, { code: type });
  const ViewError = VIEW_ERRORS[type];
  if (ViewError) return new ViewError(message);
  return Object.assign(new Error(message), { name: type === UNHANDLED ? type : 'Error' });
}

/** A part of the request by its name in the language; what is absent is null, as in Python's JSON. */
function partOf(part: string, req: RouteRequest): unknown {
  const [kind, name = ''] = part.split(':');
  switch (kind) {
    case 'json_body':
      return req.header('content-type')?.startsWith('application/json') ? req.json() : null;
    case 'query_params':
      return req.raw.multiValueQueryStringParameters ? { ...req.query } : null;
    case 'query_list':
      return req.queryAll(name);
    case 'uri_params':
      return req.raw.pathParameters ? req.params : null;
    case 'path_args':
      return req.params;
    case 'method':
      return req.method;
    case 'path':
      // Chalice's path is that of the route.
      return parsePath(req.route);
    case 'headers':
      return req.header(name) ?? null;
    case 'raw_body_b64':
      return Buffer.from(req.bytes()).toString('base64');
    default:
      throw new Error(`The language has a part of the request that is not known here: ${part}.`);
  }
}

function parsePath(route: string): string {
  return route.slice(route.indexOf(' ') + 1);
}
