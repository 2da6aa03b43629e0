import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { type RestCall, restAnswer, restService } from '../../endpoint/rest-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { CLOSED, LIMITS } from './limits.ts';
import type { OpenConnection } from './open-connection.ts';

/**
 * What is done with connections by their ids. Messages to clients are text, whatever the bytes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export function connectionsApi(
  connections: ReadonlyMap<string, OpenConnection>,
): (request: AwsRequest) => Promise<AwsResponse> {
  const found = ({ path: { id = '', stage } }: RestCall): OpenConnection => {
    const connection = connections.get(id);
    if (connection?.call.stage === stage && connection) return connection;
    throw new ServiceError('GoneException', 'The connection is not there.', 410);
  };
  return restService('API Gateway', {
    'POST /{stage}/@connections/{id}'(call) {
      const connection = found(call);
      const { body } = call.request;
      if (body.length > LIMITS.message) {
        throw new ServiceError('PayloadTooLargeException', 'A message has 128 KB at most.', 413);
      }
      connection.send(body.toString());
      return { status: 200, headers: {} };
    },
    'GET /{stage}/@connections/{id}'(call) {
      const { call: made, lastActive } = found(call);
      return restAnswer({
        connectedAt: made.connectedAt.toISOString(),
        identity: { sourceIp: made.sourceIp, userAgent: made.userAgent ?? '' },
        lastActiveAt: new Date(lastActive()).toISOString(),
      });
    },
    'DELETE /{stage}/@connections/{id}'(call) {
      found(call).close({ code: CLOSED.normally, reason: 'Connection Closed Normally' });
      return { status: 204, headers: {} };
    },
  });
}
