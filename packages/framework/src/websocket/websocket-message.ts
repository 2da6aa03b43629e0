import type { LambdaContext } from '../context.ts';
import { jsonOf, textOf } from '../http/body.ts';
import type { Connection } from './connection.ts';
import type { RawWebsocketEvent } from './raw-event.ts';
import { SocketEvent } from './socket-event.ts';

/** A client's message. `Body` is what its schema makes of it; without one JSON where it is JSON, else text. */
export class WebsocketMessage<Body = unknown> extends SocketEvent {
  readonly body: Body;

  constructor(raw: RawWebsocketEvent, context: LambdaContext, connection: Connection, body: Body) {
    super(raw, context, connection);
    this.body = body;
  }

  /** The message as it was sent. */
  text(): string {
    return textOf(this.raw);
  }

  /**
   * The message as JSON.
   * @throws BadRequestError where it isn't
   */
  json(): unknown {
    return jsonOf(this.text());
  }

  /** API Gateway's own. */
  get messageId(): string {
    return this.raw.requestContext.messageId ?? '';
  }
}
