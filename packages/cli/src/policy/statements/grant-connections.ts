import type { PolicyContext } from '../context.ts';
import type { FunctionUsage } from '../usage.ts';
import { connectionMethods } from '../values/socket.ts';
import type { Grant } from './grant.ts';

/** The method of the management API that each does. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html */
const METHODS = { send: 'POST', close: 'DELETE', info: 'GET' } as const;

/** `connection.send()` and its kin are calls of API Gateway that the framework makes for the code. */
export function grantConnections(usage: FunctionUsage, { arns, manifest }: PolicyContext): readonly Grant[] {
  if (!manifest.websocket) return [];
  return usage.resources.flatMap(({ resource, attributes, places }) => {
    if (resource.kind !== 'url' || resource.name !== 'websocket') return [];
    return connectionMethods
      .filter((method) => attributes.includes(method))
      .flatMap((method) => {
        const resources = [arns.connectionsArn(METHODS[method])];
        const text = `connection.${method}()`;
        return (places.length > 0 ? places : [undefined]).map((place) => ({
          action: 'execute-api:ManageConnections',
          resources,
          because: { place, text },
        }));
      });
  });
}
