import type { ApiTarget } from '@tankard/framework/config';
import { answersAlike } from '../../resources/cors.ts';
import { pathTree } from '../../resources/rest-deployment/path-tree.ts';
import { type ApiRoute, apiRoutes } from './api.ts';
import { corsOf } from './cors.ts';
import type { Lowering } from './lowering.ts';

/**
 * What each target takes at most: routes of an HTTP API, resources of a REST API, of which each part of a path is one.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const QUOTA = 300;

/** The routes that the gateway gets, with those by which functions answer browsers that ask before they call. */
export function gatewayRoutes(lowering: Pick<Lowering, 'config' | 'manifest'>): readonly ApiRoute[] {
  const { config, manifest } = lowering;
  const asked = preflightRoutes(lowering);
  const fits = (routes: readonly ApiRoute[]) => counted(config.api, [...routes, ...asked]) <= QUOTA;
  const routes = apiRoutes(manifest, fits);
  return routes.every(({ path }) => path === undefined) ? routes : [...routes, ...asked];
}

/** How much of the target's quota some routes take. */
export function counted(api: ApiTarget, routes: readonly ApiRoute[]): number {
  if (api !== 'rest') return routes.length;
  // The root is one, and there anyway.
  return pathTree(routes.map(({ path = '/{proxy+}' }) => path)).length + 1;
}

/** Nothing where the gateway answers by itself, and for paths of which a route takes every method. */
function preflightRoutes({ config, manifest }: Pick<Lowering, 'config' | 'manifest'>): readonly ApiRoute[] {
  const { all, paths } = corsOf({ config, manifest });
  if (all && config.api !== 'rest') return [];
  const open = apiRoutes(manifest, () => true).filter(({ asks }) => !asks.authorizer && !asks.apiKey);
  // A browser asks without credentials, so that a route which wants some can't answer it.
  const own = new Set(open.map(({ method, path }) => `${method} ${path}`));
  return [...paths].flatMap(([path, { cors, function: name }]) => {
    const byGateway = config.api === 'rest' && answersAlike(cors);
    return byGateway || own.has(`ANY ${path}`) ? [] : [{ method: 'OPTIONS', path, function: name, asks: {} }];
  });
}
