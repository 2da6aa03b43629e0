import type { ApiTarget } from '@tankard/framework/config';
import { createMatcher } from '@tankard/framework/gateway';
import type { HttpMethod } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { RestDeploymentModel } from '../../resources/rest-deployment/model.ts';
import type { GatewayCors } from '../gateway/cors.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import { functionNameOf, nodesOf } from './nodes-of.ts';

/** What the app's API takes. */
export interface GatewayRoutes {
  readonly api: ApiTarget;
  readonly stage: string;
  readonly routes: readonly GatewayRoute[];
  readonly fallback?: string | undefined;
  readonly cors?: GatewayCors | undefined;
  /** Bytes from which answers are compressed. */
  readonly compression?: number | undefined;
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
    const { stage, settings } = deployment.model;
    return {
      api: 'rest',
      stage,
      routes,
      cors: restCors(deployment.model),
      compression: settings?.compression,
    };
  }
  const [url] = nodesOf(graph, 'function-url');
  if (url) {
    const fallback = functionNameOf(url.model.function);
    return { api: 'function-url', stage: '$default', routes: [], fallback, cors: { every: url.model.cors } };
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
    cors: { every: nodesOf(graph, 'http-api')[0]?.model.cors },
  };
}

function restCors({ preflights = [], settings }: RestDeploymentModel): GatewayCors {
  const answers = preflights.map((one) => ({ ...one, method: 'OPTIONS' as const }));
  return { preflights: createMatcher(answers), errors: settings?.errorHeaders };
}
