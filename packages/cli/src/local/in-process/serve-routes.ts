import { createMatcher } from '@tankard/framework/gateway';
import type { Graph } from '../../graph/node.ts';
import { type GatewayRoutes, gatewayRoutes } from '../app/gateway-routes.ts';
import type { Gatekeeper } from '../gateway/callers/gatekeeper.ts';
import type { GatewayApp } from '../gateway/gateway-app.ts';
import { type Gateway, startGateway } from '../gateway/server.ts';

/**
 * Serves the routes of a graph on any free port.
 *
 * @param gatekeeper for the routes; asked with the first request, when the address of the server is known
 */
export function serveRoutes(
  graph: Graph,
  invoke: GatewayApp['invoke'],
  gatekeeper: (gateway: GatewayRoutes) => Gatekeeper,
): Promise<Gateway> {
  const gateway = gatewayRoutes(graph);
  let asked: Gatekeeper | undefined;
  const app = {
    ...gateway,
    matcher: createMatcher(gateway.routes, { strictSlash: gateway.api === 'http' }),
    invoke,
  };
  return startGateway({
    port: 0,
    app: async () => {
      asked ??= gatekeeper(gateway);
      return { ...app, gatekeeper: asked };
    },
  });
}
