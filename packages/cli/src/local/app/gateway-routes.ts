import type { HttpMethod } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import type { ApiKind } from '../gateway/proxy-event.ts';
import { functionNameOf, nodesOf } from './nodes-of.ts';

/** What the app's API takes. */
export interface GatewayRoutes {
  readonly api: ApiKind;
  readonly stage: string;
  readonly routes: readonly GatewayRoute[];
  readonly fallback?: string | undefined;
}

/** Reads the routes of the graph's HTTP API or REST API; no routes where it has neither. */
export function gatewayRoutes(graph: Graph): GatewayRoutes {
  const [deployment] = nodesOf(graph, 'rest-deployment');
  if (deployment) {
    const routes = deployment.model.routes.map(({ method, path, function: target }) => ({
      method: method as HttpMethod,
      path,
      function: functionNameOf(target),
    }));
    return { api: 'rest', stage: deployment.model.stage, routes };
  }
  const nodes = nodesOf(graph, 'http-route').map(({ model }) => ({
    key: model.key,
    function: functionNameOf({ $ref: model.function }),
  }));
  return {
    api: 'http',
    stage: '$default',
    routes: nodes.flatMap(({ key, function: name }) => {
      const [method, path] = key.split(' ');
      return path === undefined ? [] : [{ method: method as HttpMethod, path, function: name }];
    }),
    fallback: nodes.find(({ key }) => key === '$default')?.function,
  };
}
