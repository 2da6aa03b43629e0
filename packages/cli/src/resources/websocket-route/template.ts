import { type CfnResource, type KindTemplate, refText } from '../template.ts';
import { join } from '../value.ts';
import type { WebsocketRouteModel } from './model.ts';

/** The one response that a route of a WebSocket API can have, and what selects it. */
export const REPLY = '$default';

/**
 * A route, and its response where there is one: without, API Gateway keeps what the function returns.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-response.html
 */
export const websocketRouteTemplate: KindTemplate<WebsocketRouteModel> = {
  suffix: 'WebsocketRoute',
  attributes: { id: refText },
  render: ({ api, key, integration, authorization, reply }, { id, value }) => {
    const response: CfnResource = {
      Type: 'AWS::ApiGatewayV2::RouteResponse',
      Properties: { ApiId: value(api), RouteId: { Ref: id }, RouteResponseKey: REPLY },
    };
    return {
      [id]: {
        Type: 'AWS::ApiGatewayV2::Route',
        Properties: {
          ApiId: value(api),
          RouteKey: key,
          AuthorizationType: authorization?.type ?? 'NONE',
          AuthorizerId: authorization?.authorizer && value(authorization.authorizer),
          RouteResponseSelectionExpression: reply ? REPLY : undefined,
          Target: value(join('integrations/', integration)),
        },
      },
      ...(reply && { [`${id}Reply`]: response }),
    };
  },
};
