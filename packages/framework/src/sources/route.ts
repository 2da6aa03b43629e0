import type { AppOptions } from '../app.ts';
import type { AppAuth } from '../auth/found.ts';
import type { LambdaFunction } from '../context.ts';
import { routeCors } from '../http/cors/options.ts';
import { type HttpHooks, httpHandler, type RouteEntry } from '../http/handler.ts';
import type { RouteOptions } from '../http/options.ts';
import { parseRoute, type RoutePattern } from '../http/pattern.ts';
import type { RouteRequest } from '../http/request.ts';
import { jsonSchema } from '../manifest/json-schema.ts';
import type { RouteTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { DeclarationOf } from './declaration.ts';

export interface OnRoute {
  <const P extends RoutePattern, Out>(
    route: P,
    handler: (request: RouteRequest<P>) => Out,
  ): Handler<[RouteRequest<P>], Out>;
  <const P extends RoutePattern, Out, Body = unknown, Auth = AppAuth>(
    route: P,
    options: RouteOptions<Body, P, Auth>,
    handler: (request: RouteRequest<P, NoInfer<Body>, NoInfer<Auth>>) => Out,
  ): Handler<[RouteRequest<P, Body, Auth>], Out>;
  <const P extends RoutePattern, Body = unknown, Auth = AppAuth>(
    route: P,
    options?: RouteOptions<Body, P, Auth>,
  ): Registrar<[RouteRequest<P, NoInfer<Body>, NoInfer<Auth>>]>;
}

/** One Lambda function for all the routes that it serves. */
export function routeAdapter(
  routes: readonly { readonly declaration: DeclarationOf<'route'>; readonly handler: UserHandler }[],
  hooks: HttpHooks,
): LambdaFunction {
  const entries = routes.map(({ declaration: { target, options }, handler }): RouteEntry => {
    return { ...parseRoute(target), options, handler };
  });
  return httpHandler(entries, hooks);
}

/**
 * @param authorizer the name of the route's authorizer in the manifest
 * @param cors what the app says
 */
export function routeTrigger(
  { target, options }: DeclarationOf<'route'>,
  authorizer: string | undefined,
  cors: AppOptions['cors'],
): RouteTrigger {
  return {
    source: 'route',
    ...parseRoute(target),
    function: options.function,
    authorizer,
    scopes: options.scopes,
    apiKey: options.apiKey || undefined,
    cors: routeCors(options.cors, cors),
    body: options.body && jsonSchema(options.body),
  };
}
