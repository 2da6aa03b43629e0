import { randomUUID } from 'node:crypto';
import { adapt } from '../adapt.ts';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import { selectRoute } from '../gateway/select-route.ts';
import type { SocketCall } from '../gateway/websocket-event.ts';
import { selectionOf } from '../sources/websocket.ts';
import type { SocketResult } from '../websocket/handler.ts';
import type { RawWebsocketEvent } from '../websocket/raw-event.ts';
import { authorizeRoutes } from './authorize.ts';
import type { HttpInput } from './http-event.ts';
import { asText } from './origin.ts';
import { type SocketRoute, socketRoutes } from './socket-routes.ts';
import { TestConnections } from './test-connections.ts';
import { type WebsocketInput, websocketEvent } from './websocket-event.ts';

/** Connects clients to the app's WebSocket API. */
export interface WebsocketClient {
  /**
   * Opens a connection, as far as the authorizer and the handler of `$connect` let it.
   *
   * @throws {ConnectionRefusedError} (rejects) where they don't
   */
  connect(input?: ConnectInput): Promise<TestConnection>;
}

/** What a client may say when it connects; `auth` as for a route. */
export type ConnectInput = Pick<HttpInput, 'headers' | 'query' | 'auth'>;

/** A client's end of a connection. */
export interface TestConnection {
  readonly id: string;
  /** What was sent to it, in order: replies, refusals, and what handlers sent by its id. JSON is read, anything else is as it came. */
  readonly received: readonly unknown[];
  /** False once either end has closed it. */
  readonly isOpen: boolean;
  /** The subprotocol that the handler of `$connect` has chosen. */
  readonly protocol: string | undefined;
  /**
   * Sends a message, text as it is and anything else as JSON, and waits for its handler. What that throws, and is not told to the
   * sender, rejects; in AWS the sender would get `Internal server error`.
   */
  send(message: unknown): Promise<void>;
  /** Leaves; the handler of `$disconnect` runs. */
  close(code?: number, reason?: string): Promise<void>;
}

/** A connection that was refused, as a client sees it. */
export class ConnectionRefusedError extends Error {
  override readonly name = 'ConnectionRefusedError';
  readonly statusCode: number;

  constructor(statusCode: number) {
    super(`The connection was refused with ${statusCode}.`);
    this.statusCode = statusCode;
  }
}

/** The test client's part for WebSockets. */
export function websocketClient(app: App, context: () => LambdaContext): WebsocketClient {
  const connections = TestConnections.of(app);
  const authorize = authorizeRoutes(app, context);
  const run = async (routes: readonly SocketRoute[], event: RawWebsocketEvent): Promise<SocketResult> =>
    (await adapt(app, routes)(event, context())) as SocketResult;

  return {
    async connect(input = {}) {
      const call: SocketCall = { connectionId: randomUUID(), connectedAt: new Date(), sourceIp: '127.0.0.1' };
      const routes = socketRoutes(app);
      let known = call;
      let protocol: string | undefined;
      const connect = routes.get('$connect');
      if (connect) {
        const passage = await authorize(
          connect.declaration,
          websocketEvent('$connect', input, call),
          input.auth,
        );
        if ('refused' in passage) throw new ConnectionRefusedError(passage.refused.status);
        known = { ...call, authorizer: passage.found };
        const answer = await run([connect], websocketEvent('$connect', input, known));
        if (answer.statusCode < 200 || answer.statusCode > 299)
          throw new ConnectionRefusedError(answer.statusCode);
        const headers = Object.entries(answer.headers ?? {});
        protocol = headers.find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1];
      }
      return opened(known, protocol);
    },
  };

  function opened(call: SocketCall, protocol: string | undefined): TestConnection {
    const { connectionId: id, connectedAt, sourceIp } = call;
    const received: unknown[] = [];
    let lastActiveAt = connectedAt;
    const event = (route: string, input: WebsocketInput) => websocketEvent(route, input, call);
    const gone = async (input: WebsocketInput) => {
      const route = socketRoutes(app).get('$disconnect');
      if (route) await run([route], event('$disconnect', input));
    };
    connections.add(id, {
      connectedAt,
      get lastActiveAt() {
        return lastActiveAt;
      },
      sourceIp,
      userAgent: '',
      receive: (data) => void received.push(typeof data === 'string' ? read(data) : data),
      // The handler that closed the connection does not hear of what became of it.
      leave: () =>
        gone({}).catch((error: Error) => app.log.error('A client that left was not seen off.', error)),
    });
    return {
      id,
      received,
      protocol,
      get isOpen() {
        return connections.has(id);
      },
      async send(message) {
        if (!connections.has(id)) throw new TypeError('The connection is closed.');
        lastActiveAt = new Date();
        const routes = socketRoutes(app);
        const named = selectRoute(selectionOf(app.options), asText(message));
        const own = named?.startsWith('$') ? undefined : routes.get(named ?? '');
        const route = own ?? routes.get('$default');
        if (!route) {
          received.push({ message: 'Forbidden', connectionId: id, requestId: randomUUID() });
          return;
        }
        const { body } = await run([route], event(route.declaration.target, { message }));
        if (body !== undefined && body !== '') received.push(read(body));
      },
      async close(code = 1000, reason) {
        if (connections.remove(id)) await gone({ code, reason });
      },
    };
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
