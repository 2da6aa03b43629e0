import type { AuthorizerEvent } from '../auth/authorizer-request.ts';
import type { Identity } from '../auth/identity.ts';
import { GatewayRequest } from '../http/gateway-request.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';

/**
 * What a request says of who calls, in the order of the identity.
 *
 * @param event that of the route
 * @returns undefined where one of them is missing or empty, which no gateway lets through
 */
export function identityValues(
  identity: readonly Identity[],
  event: RawHttpEvent,
): readonly string[] | undefined {
  const request = new GatewayRequest(event, undefined as never);
  const values = identity.map((one) => told(one, request));
  return values.every((value) => value) ? (values as string[]) : undefined;
}

function told(identity: Identity, request: GatewayRequest): string | undefined {
  if (identity === 'route') return routeOf(request);
  const name = identity.slice(identity.indexOf('.') + 1);
  return identity.startsWith('header.') ? request.header(name) : request.query[name];
}

/** An HTTP API says it of a request, a WebSocket API of a connection, a REST API in two parts. */
function routeOf({ raw, method, requestContext }: GatewayRequest): string {
  const key = raw.routeKey ?? requestContext.routeKey;
  return key === undefined ? `${method} ${raw.resource}` : String(key);
}

/**
 * Makes of a route's event the one that its authorizer is asked with.
 *
 * @param values of {@link identityValues}
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export function authorizerEvent(
  kind: 'request' | 'token',
  event: RawHttpEvent,
  arn: string,
  values: readonly string[],
): AuthorizerEvent {
  const { body: _, isBase64Encoded: __, ...request } = event;
  if (event.version === '2.0') {
    return { ...request, version: '2.0', type: 'REQUEST', routeArn: arn, identitySource: values };
  }
  if (kind === 'token') return { type: 'TOKEN', methodArn: arn, authorizationToken: values[0] };
  return { ...request, type: 'REQUEST', methodArn: arn };
}
