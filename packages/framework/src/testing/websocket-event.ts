import { connectEvent, disconnectEvent, messageEvent, type SocketCall } from '../gateway/websocket-event.ts';
import type { RawWebsocketEvent } from '../websocket/raw-event.ts';
import { type HttpInput, proxyRequest } from './http-event.ts';
import { asText } from './origin.ts';

/** What an event of a WebSocket route may hold. */
export interface WebsocketInput extends Pick<HttpInput, 'headers' | 'query'> {
  /** The message: text as it is, anything else as JSON. */
  readonly message?: unknown;
  /** With which the client left; default 1000. */
  readonly code?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * The event of a WebSocket route.
 *
 * @param route `$connect`, `$disconnect`, `$default`, or the key that the message holds
 * @param connection what differs from a connection `test`
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html
 */
export function websocketEvent(
  route: string,
  input: WebsocketInput = {},
  connection: Partial<SocketCall> = {},
): RawWebsocketEvent {
  const call: SocketCall = {
    connectionId: 'test',
    connectedAt: new Date(),
    sourceIp: '127.0.0.1',
    ...connection,
  };
  if (route === '$connect') return connectEvent(proxyRequest('GET', '/', input), call);
  if (route !== '$disconnect') return messageEvent(route, asText(input.message ?? ''), call);
  return disconnectEvent({ code: input.code ?? 1000, reason: input.reason }, call);
}
