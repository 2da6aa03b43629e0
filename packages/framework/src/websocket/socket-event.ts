import { authOf } from '../auth/auth-of.ts';
import type { AppAuth } from '../auth/found.ts';
import type { LambdaContext } from '../context.ts';
import type { Values } from '../http/request.ts';
import type { Connection } from './connection.ts';
import type { RawWebsocketContext, RawWebsocketEvent } from './raw-event.ts';

// Left out where no code says the word.
const readAuth = process.env.TANKARD_WITHOUT_AUTH ? undefined : authOf;

/** What the events of all WebSocket routes have in common. */
export class SocketEvent<Auth = AppAuth> {
  readonly raw: RawWebsocketEvent;
  readonly context: LambdaContext;
  /** The client's. */
  readonly connection: Connection;

  constructor(raw: RawWebsocketEvent, context: LambdaContext, connection: Connection) {
    this.raw = raw;
    this.context = context;
    this.connection = connection;
  }

  /** The route that serves it: `$connect`, `$disconnect`, `$default`, or a key. */
  get route(): string {
    return this.raw.requestContext.routeKey;
  }

  /** What the authorizer of `$connect` found. API Gateway keeps it as long as the connection is open, so every event has it. */
  get auth(): Auth {
    return readAuth?.(this.raw) as Auth;
  }

  /** The variables of the API's stage. */
  get stageVariables(): Values {
    return this.raw.stageVariables ?? {};
  }

  /** What API Gateway says of the connection and of the event. */
  get requestContext(): RawWebsocketContext {
    return this.raw.requestContext;
  }
}
