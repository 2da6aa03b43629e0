import { randomUUID } from 'node:crypto';
import { valueLists } from '../http/query.ts';
import type { RawWebsocketContext, RawWebsocketEvent } from '../websocket/raw-event.ts';
import type { ProxyCall, ProxyRequest } from './proxy-request.ts';
import { proxyTime } from './proxy-time.ts';
import { single } from './single.ts';

/** What the events of one connection have in common. */
export interface SocketCall extends ProxyCall {
  readonly connectionId: string;
  readonly connectedAt: Date;
  readonly sourceIp: string;
  readonly userAgent?: string | undefined;
}

/**
 * The event of `$connect`, which is that of a REST API without path and method. Headers keep the case in which they came.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
 */
export function connectEvent(
  request: Pick<ProxyRequest, 'headers' | 'queryString'>,
  call: SocketCall,
): RawWebsocketEvent {
  const headers = valueLists(request.headers);
  const query = valueLists(new URLSearchParams(request.queryString));
  const asked = Object.keys(query).length > 0;
  return {
    headers: single(headers, last),
    multiValueHeaders: { ...headers },
    ...(asked && {
      queryStringParameters: single(query, last),
      multiValueQueryStringParameters: { ...query },
    }),
    requestContext: contextOf('$connect', 'CONNECT', call),
    isBase64Encoded: false,
  };
}

/** The event of a message, for the route that API Gateway chose. Messages are text. */
export function messageEvent(route: string, body: string, call: SocketCall): RawWebsocketEvent {
  const context = contextOf(route, 'MESSAGE', call);
  return {
    requestContext: { ...context, messageId: context.requestId as string },
    body,
    isBase64Encoded: false,
  };
}

/** The event of `$disconnect`. */
export function disconnectEvent(
  { code, reason = '' }: { readonly code: number; readonly reason?: string | undefined },
  call: SocketCall,
): RawWebsocketEvent {
  const context = contextOf('$disconnect', 'DISCONNECT', call);
  const headers = {
    Host: call.domainName ?? 'localhost',
    'x-api-key': '',
    'X-Forwarded-For': '',
    'x-restapi': '',
  };
  return {
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    requestContext: { ...context, disconnectStatusCode: code, disconnectReason: reason },
    isBase64Encoded: false,
  };
}

function contextOf(
  routeKey: string,
  eventType: NonNullable<RawWebsocketContext['eventType']>,
  call: SocketCall,
): RawWebsocketContext {
  const { apiId = 'local', domainName = 'localhost', stage = 'local', authorizer } = call;
  const { requestId = randomUUID(), time = new Date(), userAgent } = call;
  return {
    routeKey,
    ...(authorizer && { authorizer }),
    eventType,
    extendedRequestId: requestId,
    requestTime: proxyTime(time),
    messageDirection: 'IN',
    stage,
    connectedAt: call.connectedAt.getTime(),
    requestTimeEpoch: time.getTime(),
    identity: { ...(userAgent !== undefined && { userAgent }), sourceIp: call.sourceIp, ...call.identity },
    requestId,
    domainName,
    connectionId: call.connectionId,
    apiId,
  };
}

function last(values: readonly string[]): string {
  return values.at(-1) ?? '';
}
