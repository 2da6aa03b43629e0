import {
  type ApiGatewayV2Client,
  CreateRouteCommand,
  DeleteRouteCommand,
  GetRoutesCommand,
  type Route,
  UpdateRouteCommand,
} from '@aws-sdk/client-apigatewayv2';
import { afterOthers } from '../../aws/after-others.ts';
import { allPages } from '../../aws/all-pages.ts';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import type { Known } from '../known.ts';
import type { Found, ReconcileContext, Reconciler, Target } from '../reconciler.ts';
import type { HttpRouteModel } from './model.ts';
import { isSameRoute } from './same-route.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const httpRouteReconciler: Reconciler<'http-route'> = {
  ...routesOfKind('http-route', 'http-api'),
  wanted: ({ integration, authorization }) => ({
    target: targetOf(integration),
    authorization: authorization?.type ?? 'NONE',
    authorizer: authorization?.authorizer,
    scopes: authorization?.scopes?.toSorted(),
  }),

  async observe(target, context) {
    const found = await foundRoute(target, context);
    if (!found) return undefined;
    const { own, properties } = found;
    return { attributes: { id: own.RouteId }, properties: { ...properties, scopes: scopesOf(own) } };
  },

  async ensure(model, context) {
    const gateway = await context.clients.apiGatewayV2();
    const made = await unless(
      afterOthers(() => gateway.send(new CreateRouteCommand(requestOf(model))), context),
      ['ConflictException'],
    );
    if (made && !sentAgain(made)) return { attributes: { id: made.RouteId } };
    if (!made) await rename(model, context);
    return undefined;
  },

  async sync({ model, observed, changed }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const { duplicates } = observed.properties;
    if (Array.isArray(duplicates)) await deleteRoutes(gateway, model.api, duplicates.map(String), signal);
    if ([...changed].some((name) => name !== 'duplicates')) {
      const request = { ...requestOf(model), RouteId: observed.attributes.id };
      // What is left out of an update stays as it is.
      if (changed.has('scopes')) request.AuthorizationScopes ??= [];
      await afterOthers(() => gateway.send(new UpdateRouteCommand(request)), { signal });
    }
    return { attributes: observed.attributes };
  },
};

/** What routes of an HTTP API and of a WebSocket API have in common. */
export function routesOfKind(kind: 'http-route' | 'websocket-route', partOf: 'http-api' | 'websocket-api') {
  return {
    partOf,
    replaces: [],
    key: ({ api, key }: KeyedRoute) => ({ api, route: key }),

    async remove({ key: { api = '', route } }: KeyedTarget, { clients, signal }: ReconcileContext) {
      const gateway = await clients.apiGatewayV2();
      const routes = (await readRoutes(gateway, api)).filter(({ RouteKey }) => RouteKey === route);
      const ids = routes.map(({ RouteId = '' }) => RouteId);
      await deleteRoutes(gateway, api, ids, signal);
    },

    async list(context: ReconcileContext, parents: readonly Found[]): Promise<readonly Found[]> {
      const apis = parents.flatMap((parent) => (parent.kind === partOf ? [parent.attributes.id ?? ''] : []));
      const routes = await Promise.all(
        apis.map(async (api) => (await routesOf(api, context)).map((route) => ({ api, ...route }))),
      );
      return routes.flat().map(({ api, RouteId, RouteKey = '' }) => ({
        kind,
        name: RouteKey,
        key: { api, route: RouteKey },
        attributes: { id: RouteId },
      }));
    },
  };
}

type KeyedRoute = Pick<Known<HttpRouteModel>, 'api' | 'key'>;
type KeyedTarget = Pick<Target<'http-route'>, 'key'>;

/** The route of a key, with what routes of both kinds are compared by; nothing where there is none. */
export async function foundRoute({ key: { api = '', route } }: KeyedTarget, context: ReconcileContext) {
  const [own, ...rest] = (await routesOf(api, context)).filter(({ RouteKey }) => RouteKey === route);
  if (!own) return undefined;
  return {
    own,
    properties: {
      target: own.Target,
      authorization: own.AuthorizationType,
      authorizer: asksAuthorizer(own) ? own.AuthorizerId || undefined : undefined,
      duplicates: rest.length > 0 ? rest.map(({ RouteId = '' }) => RouteId) : undefined,
    },
  };
}

/** A route that asks nobody, or IAM, may keep the authorizer and the scopes that it had. */
const asksAuthorizer = ({ AuthorizationType: type }: Route): boolean => type === 'CUSTOM' || type === 'JWT';

const scopesOf = (route: Route) =>
  asksAuthorizer(route) && route.AuthorizationScopes?.length
    ? route.AuthorizationScopes.toSorted()
    : undefined;

/** The target of a route that goes to an integration. */
export const targetOf = (integration: string): string => `integrations/${integration}`;

/** The routes of an API, read once; none where the API isn't there. */
export function routesOf(api: string, { clients, once }: ReconcileContext): Promise<readonly Route[]> {
  return once(`http-routes ${api}`, async () => readRoutes(await clients.apiGatewayV2(), api));
}

/** The routes of an API as they are now; none where the API isn't there. */
export function readRoutes(gateway: ApiGatewayV2Client, ApiId: string): Promise<readonly Route[]> {
  return allPages(
    (NextToken) => unlessAbsent(gateway.send(new GetRoutesCommand({ ApiId, NextToken }))),
    ({ Items }) => Items,
  );
}

const requestOf = (model: Known<HttpRouteModel>) => {
  const scopes = model.authorization?.scopes;
  return { ...routeRequest(model), AuthorizationScopes: scopes && [...scopes] };
};

interface RequestedRoute extends Pick<Known<HttpRouteModel>, 'api' | 'key' | 'integration'> {
  readonly authorization?:
    | { readonly type: 'AWS_IAM' | 'CUSTOM' | 'JWT'; readonly authorizer?: string | undefined }
    | undefined;
}

/** What is said of a route of either kind where it is made and where it is changed. */
export const routeRequest = ({ api, key, integration, authorization }: RequestedRoute) => ({
  ApiId: api,
  RouteKey: key,
  Target: targetOf(integration),
  AuthorizationType: authorization?.type ?? ('NONE' as const),
  AuthorizerId: authorization?.authorizer,
});

/** Turns the route that is in the way into the wanted one: nothing is missing in between. */
async function rename(model: Known<HttpRouteModel>, context: ReconcileContext): Promise<void> {
  const gateway = await context.clients.apiGatewayV2();
  const routes = await readRoutes(gateway, model.api);
  if (routes.some(({ RouteKey }) => RouteKey === model.key)) return;
  const old = routes.find(({ RouteKey = '' }) => isSameRoute(RouteKey, model.key));
  if (!old) return;
  const request = { ...requestOf(model), RouteId: old.RouteId };
  await afterOthers(() => gateway.send(new UpdateRouteCommand(request)), context);
}

/** Takes routes away by their ids. */
export async function deleteRoutes(
  gateway: ApiGatewayV2Client,
  ApiId: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  for (const RouteId of ids) {
    const call = () => gateway.send(new DeleteRouteCommand({ ApiId, RouteId }));
    await unlessAbsent(afterOthers(call, { signal }));
  }
}
