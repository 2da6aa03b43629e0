import type { RawHttpEvent, RawRequestContext } from '../http/raw-event.ts';

/**
 * What is read of an event of a WebSocket API beside what it shares with those of a REST API. Only that of `$connect` has headers and a
 * query, only that of a message a body.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes-integrations.html
 */
export interface RawWebsocketEvent extends RawHttpEvent {
  readonly requestContext: RawWebsocketContext;
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-mapping-template-reference.html */
export interface RawWebsocketContext extends RawRequestContext {
  /** The route that API Gateway chose. */
  readonly routeKey: string;
  readonly eventType?: 'CONNECT' | 'MESSAGE' | 'DISCONNECT' | undefined;
  readonly connectionId: string;
  /** Milliseconds since 1970. */
  readonly connectedAt?: number | undefined;
  /** Of a message. */
  readonly messageId?: string | null | undefined;
  /** Of `$disconnect`. */
  readonly disconnectStatusCode?: number | undefined;
  readonly disconnectReason?: string | null | undefined;
}
