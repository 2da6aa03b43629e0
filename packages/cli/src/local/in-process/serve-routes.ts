import { createMatcher } from '@tankard/framework/gateway';
import type { Graph } from '../../graph/node.ts';
import { gatewayRoutes } from '../app/gateway-routes.ts';
import type { GatewayApp } from '../gateway/gateway-app.ts';
import { type Gateway, startGateway } from '../gateway/server.ts';

/** Serves the routes of a graph on any free port. */
export function serveRoutes(graph: Graph, invoke: GatewayApp['invoke']): Promise<Gateway> {
  const gateway = gatewayRoutes(graph);
  const app = {
    ...gateway,
    matcher: createMatcher(gateway.routes, { strictSlash: gateway.api === 'http' }),
    invoke,
  };
  return startGateway({ port: 0, app: async () => app });
}
