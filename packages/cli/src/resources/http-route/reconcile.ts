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
import type { ReconcileContext, Reconciler } from '../reconciler.ts';
import type { HttpRouteModel } from './model.ts';
import { isSameRoute } from './same-route.ts';

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const httpRouteReconciler: Reconciler<'http-route'> = {
  partOf: 'http-api',
  replaces: [],
  key: ({ api, key }) => ({ api, route: key }),
  wanted: ({ integration, authorization }) => ({
    target: targetOf(integration),
    authorization: authorization?.type ?? 'NONE',
    authorizer: authorization?.authorizer,
    scopes: authorization?.scopes?.toSorted(),
  }),

  async observe({ key: { api = '', route } }, context) {
    const [first, ...rest] = (await routesOf(api, context)).filter(({ RouteKey }) => RouteKey === route);
    if (!first) return undefined;
    return {
      attributes: { id: first.RouteId },
      properties: {
        target: first.Target,
        authorization: first.AuthorizationType,
        ...callersOf(first),
        duplicates: rest.length > 0 ? rest.map(({ RouteId = '' }) => RouteId) : undefined,
      },
    };
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

  async remove({ key: { api = '', route } }, { clients, signal }) {
    const gateway = await clients.apiGatewayV2();
    const routes = (await readRoutes(gateway, api)).filter(({ RouteKey }) => RouteKey === route);
    await deleteRoutes(
      gateway,
      api,
      routes.map(({ RouteId = '' }) => RouteId),
      signal,
    );
  },

  async list(context, parents) {
    const apis = parents.flatMap(({ kind, attributes }) =>
      kind === 'http-api' ? [attributes.id ?? ''] : [],
    );
    const routes = await Promise.all(
      apis.map(async (api) => (await routesOf(api, context)).map((route) => ({ api, ...route }))),
    );
    return routes.flat().map(({ api, RouteId, RouteKey = '' }) => ({
      kind: 'http-route',
      name: RouteKey,
      key: { api, route: RouteKey },
      attributes: { id: RouteId },
    }));
  },
};

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

/** A route that asks nobody, or IAM, may keep the id of the authorizer that it had. */
export const callersOf = ({ AuthorizationType, AuthorizerId, AuthorizationScopes: scopes }: Route) => {
  if (AuthorizationType !== 'CUSTOM' && AuthorizationType !== 'JWT') return {};
  return { authorizer: AuthorizerId || undefined, scopes: scopes?.length ? scopes.toSorted() : undefined };
};

const requestOf = ({ api, key, integration, authorization }: Known<HttpRouteModel>) => {
  const scopes = authorization?.scopes;
  return {
    ApiId: api,
    RouteKey: key,
    Target: targetOf(integration),
    AuthorizationType: authorization?.type ?? ('NONE' as const),
    AuthorizerId: authorization?.authorizer,
    AuthorizationScopes: scopes && [...scopes],
  };
};

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
