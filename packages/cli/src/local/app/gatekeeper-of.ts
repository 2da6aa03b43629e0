import type { Graph } from '../../graph/node.ts';
import { createGatekeeper, type Gatekeeper } from '../gateway/callers/gatekeeper.ts';
import type { LocalKeys } from '../gateway/callers/local-keys.ts';
import { gatewayAuthorizers } from './gateway-authorizers.ts';
import type { GatewayRoutes } from './gateway-routes.ts';
import type { LocalPlaces } from './resolve-value.ts';

interface Session {
  readonly gateway: GatewayRoutes;
  readonly places: LocalPlaces;
  readonly keys: LocalKeys;
  readonly now: () => number;
}

/** Who lets requests through to the routes of a graph. */
export function gatekeeperOf(graph: Graph, { gateway, places, keys, now }: Session): Gatekeeper {
  const { region, account } = places;
  const { api, apiKeys = [] } = gateway;
  const authorizers = gatewayAuthorizers(graph, places);
  return createGatekeeper({ api, region, account, authorizers, apiKeys, keys, now });
}
