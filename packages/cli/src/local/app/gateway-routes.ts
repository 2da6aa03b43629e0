import type { ApiTarget } from '@tankard/framework/config';
import type { HttpMethod } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import { functionNameOf, nodesOf } from './nodes-of.ts';

/** What the app's API takes. */
export interface GatewayRoutes {
  readonly api: ApiTarget;
  readonly stage: string;
  readonly routes: readonly GatewayRoute[];
  readonly fallback?: string | undefined;
}

/** Reads the routes of the graph's HTTP API, REST API or function URL; no routes where it has none. */
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
  const [url] = nodesOf(graph, 'function-url');
  if (url) {
    const fallback = functionNameOf(url.model.function);
    return { api: 'function-url', stage: '$default', routes: [], fallback };
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
