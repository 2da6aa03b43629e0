import type { Identity } from '@tankard/framework/gateway';
import type { Graph } from '../../graph/node.ts';
import type { SocketApp, SocketRoute } from '../emulators/websockets/socket-app.ts';
import { createGatekeeper, type LocalAuthorizer } from '../gateway/callers/gatekeeper.ts';
import { NO_KEYS } from '../gateway/callers/local-keys.ts';
import { nameOf, nodesOf } from './nodes-of.ts';
import { LOCAL_API, type LocalPlaces } from './resolve-value.ts';

/** Reads the graph's WebSocket API; nothing where it has none. */
export function socketApp(graph: Graph, places: LocalPlaces, now: () => number): SocketApp | undefined {
  const [api] = nodesOf(graph, 'websocket-api');
  if (!api) return undefined;
  const { region, account } = places;
  const routes = nodesOf(graph, 'websocket-route').map(({ model }): readonly [string, SocketRoute] => {
    const { key, reply, authorization } = model;
    const callers = authorization && {
      type: authorization.type,
      authorizer: authorization.authorizer && nameOf(authorization.authorizer),
    };
    return [key, { function: nameOf({ $ref: model.function }), reply, callers }];
  });
  return {
    apiId: LOCAL_API,
    stage: api.model.stage,
    selection: api.model.selection,
    routes: new Map(routes),
    // Its authorizers are asked and answer as those of a REST API do.
    gatekeeper: createGatekeeper({
      ...{ api: 'rest', region, account, apiKeys: [], keys: NO_KEYS, now },
      authorizers: new Map(nodesOf(graph, 'websocket-authorizer').map(localAuthorizer)),
    }),
  };
}

function localAuthorizer({
  name,
  model,
}: ReturnType<typeof nodesOf<'websocket-authorizer'>>[number]): readonly [string, LocalAuthorizer] {
  const { own, event, answer } = model.asks;
  const identity = model.identity as readonly Identity[];
  // A WebSocket API remembers nothing of what it was answered.
  const rules = { api: 'rest', identity, ttl: 0, event, answer } as const;
  return [name, { kind: 'function', function: own && nameOf({ $ref: own }), rules }];
}
