import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SocketCall } from '@tankard/framework/gateway';
import type { WebSocket, WebSocketServer } from 'ws';
import { proxyRequest } from '../../gateway/proxy-event.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { type Admission, admit } from './admit.ts';
import { connectionsApi } from './connections-api.ts';
import { watchFrames } from './frame-watch.ts';
import { CLOSED, LIMITS } from './limits.ts';
import { type Farewell, type OpenConnection, openConnection } from './open-connection.ts';
import { disconnected, receive } from './receive.ts';
import { refuseHandshake } from './refuse-handshake.ts';
import type { SocketApp, SocketHost } from './socket-app.ts';

/** API Gateway as far as it takes WebSockets and manages their connections. */
export interface WebsocketEmulator extends Emulator {
  /** Tells who runs the functions. While nobody does, nobody can connect, and nobody is told who has gone. */
  connect(host: SocketHost | undefined): void;
  /** Takes a request for a connection, or answers it. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Those who are connected now. */
  open(): readonly SocketCall[];
  /** Waits until the events of all connections that are under way have been handled; whether there were any. */
  settle(): Promise<boolean>;
}

export function startWebsockets({ time }: Pick<EmulatorContext, 'time'>): WebsocketEmulator {
  const connections = new Map<string, OpenConnection>();
  const running = new Set<Promise<void>>();
  const protocols = new WeakMap<IncomingMessage, string>();
  let host: SocketHost | undefined;
  let server: Promise<WebSocketServer> | undefined;

  async function startServer(): Promise<WebSocketServer> {
    const ws = await import('ws');
    return new ws.WebSocketServer({
      noServer: true,
      maxPayload: LIMITS.message,
      handleProtocols: (_, request) => protocols.get(request) ?? false,
    });
  }

  /** What the app's functions do fails as they do, and nothing else. */
  function follow(work: Promise<void>): void {
    const done = work.catch(() => {}).finally(() => running.delete(done));
    running.add(done);
  }

  async function onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const app = await host?.app().catch(() => null);
    const call = callOf(request, app ?? undefined, new Date(time.now()));
    const { connectionId } = call;
    const refuse = (status: number, message: string) =>
      refuseHandshake(socket, status, { message, connectionId, requestId: call.requestId ?? '' });
    if (app === null) return refuse(500, 'The app could not be built: see what tankard local says.');
    const { path, queryString, headers } = proxyRequest(request, Buffer.alloc(0));
    if (!host || !app || path.replace(/\/$/, '') !== `/${app.stage}`) return refuse(403, 'Forbidden');
    const admission = await admit({ headers, queryString }, call, app, host).catch(
      (): Admission => ({ status: 500, message: 'Internal server error' }),
    );
    if ('status' in admission) return refuse(admission.status, admission.message);
    if (admission.protocol !== undefined) protocols.set(request, admission.protocol);
    server ??= startServer();
    // A client that did not wait was connected all the same, as far as the app knows.
    if (socket.destroyed) return left(GONE, admission);
    (await server).handleUpgrade(request, socket, head, (client) => {
      open(client, admission.call, socket);
    });
  }

  async function left(farewell: Farewell, connection: Pick<OpenConnection, 'call'>): Promise<void> {
    if (host) await disconnected(farewell, connection, host, new Date(time.now()));
  }

  function open(client: WebSocket, call: SocketCall, socket: Duplex): void {
    const connection = openConnection(client, call, time, {
      onMessage(text) {
        if (host) follow(receive(text, connection, host, new Date(time.now())));
      },
      onClose(farewell) {
        connections.delete(call.connectionId);
        follow(left(farewell, connection));
      },
    });
    const tooLarge = () => connection.close({ code: CLOSED.tooLarge, reason: 'Message too large' });
    socket.prependListener('data', watchFrames(LIMITS.frame, tooLarge));
    connections.set(call.connectionId, connection);
  }

  return {
    services: ['execute-api'],
    handle: connectionsApi(connections),
    connect: (given) => {
      host = given;
    },
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      follow(onUpgrade(request, socket, head).catch(() => void socket.destroy()));
    },
    open: () => [...connections.values()].map(({ call }) => call),
    async settle() {
      const under = [...running];
      await Promise.all(under);
      return under.length > 0;
    },
    async close() {
      host = undefined;
      for (const { close } of connections.values()) close({ code: CLOSED.away, reason: 'Going away' });
      (await server)?.close();
    },
  };
}

/** What is told of a client that went without a word. https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5 */
const GONE: Farewell = { code: 1006, reason: '' };

function callOf(request: IncomingMessage, app: SocketApp | undefined, connectedAt: Date): SocketCall {
  return {
    // Of the shape that AWS's have.
    connectionId: randomBytes(11).toString('base64url').concat('='),
    requestId: randomUUID(),
    connectedAt,
    apiId: app?.apiId,
    stage: app?.stage,
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    userAgent: request.headers['user-agent'],
    domainName: request.headers.host,
  };
}
