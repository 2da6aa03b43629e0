import type { ApiTarget } from '@tankard/framework/config';
import { createMatcher } from '@tankard/framework/gateway';
import type { HttpMethod } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { AuthorizationModel } from '../../resources/authorizer.ts';
import type { RestDeploymentModel } from '../../resources/rest-deployment/model.ts';
import type { RouteCallers } from '../gateway/callers/route-callers.ts';
import type { GatewayCors } from '../gateway/cors.ts';
import type { GatewayRoute } from '../gateway/gateway-app.ts';
import { nameOf, nodesOf } from './nodes-of.ts';

/** What the app's API takes. */
export interface GatewayRoutes {
  readonly api: ApiTarget;
  readonly stage: string;
  readonly routes: readonly GatewayRoute[];
  readonly fallback?: string | undefined;
  readonly cors?: GatewayCors | undefined;
  /** Bytes from which answers are compressed. */
  readonly compression?: number | undefined;
  readonly fallbackCallers?: RouteCallers | undefined;
  /** The functions whose answers are sent on as they are made. */
  readonly streaming?: ReadonlySet<string> | undefined;
  /** Names of the usage plan's keys. */
  readonly apiKeys?: readonly string[] | undefined;
}

/** Reads the routes of the graph's HTTP API, REST API or function URL; no routes where it has none. */
export function gatewayRoutes(graph: Graph): GatewayRoutes {
  const [deployment] = nodesOf(graph, 'rest-deployment');
  if (deployment) {
    const routes = deployment.model.routes.map(
      ({ method, path, function: target, authorization, apiKey }) => ({
        method: method as HttpMethod,
        path,
        function: nameOf(target),
        callers: callersOf(authorization, apiKey),
      }),
    );
    const apiKeys = nodesOf(graph, 'api-key').map(({ name }) => name);
    const { stage, settings } = deployment.model;
    const streaming = deployment.model.routes.filter(({ stream }) => stream);
    return {
      api: 'rest',
      stage,
      routes,
      streaming: new Set(streaming.map((one) => nameOf(one.function))),
      apiKeys,
      cors: restCors(deployment.model),
      compression: settings?.compression,
    };
  }
  const [url] = nodesOf(graph, 'function-url');
  if (url) {
    const fallback = nameOf(url.model.function);
    const fallbackCallers = url.model.auth === 'AWS_IAM' ? ({ type: 'AWS_IAM' } as const) : undefined;
    const cors = { every: url.model.cors };
    const streaming = new Set(url.model.stream ? [fallback] : []);
    return { api: 'function-url', stage: '$default', routes: [], fallback, fallbackCallers, streaming, cors };
  }
  const nodes = nodesOf(graph, 'http-route').map(({ model }) => ({
    key: model.key,
    function: nameOf({ $ref: model.function }),
    callers: callersOf(model.authorization),
  }));
  const all = nodes.find(({ key }) => key === '$default');
  return {
    api: 'http',
    stage: '$default',
    routes: nodes.flatMap(({ key, function: name, callers }) => {
      const [method, path] = key.split(' ');
      return path === undefined ? [] : [{ method: method as HttpMethod, path, function: name, callers }];
    }),
    fallback: all?.function,
    fallbackCallers: all?.callers,
    cors: { every: nodesOf(graph, 'http-api')[0]?.model.cors },
  };
}

function restCors({ preflights = [], settings }: RestDeploymentModel): GatewayCors {
  const answers = preflights.map((one) => ({ ...one, method: 'OPTIONS' as const }));
  return { preflights: createMatcher(answers), errors: settings?.errorHeaders };
}

function callersOf(
  authorization: AuthorizationModel<'JWT' | 'COGNITO_USER_POOLS'> | undefined,
  apiKey?: boolean,
): RouteCallers | undefined {
  if (!authorization && !apiKey) return undefined;
  const { type, authorizer, scopes } = authorization ?? {};
  return { type, authorizer: authorizer && nameOf(authorizer), scopes, apiKey };
}
