import type { IncomingMessage, RequestListener } from 'node:http';
import type { Http2Server } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createHttp1 } from '../node-http.ts';

/** What every HTTP/2 connection begins with, as far as no request of HTTP/1 does: https://httpwg.org/specs/rfc9113.html#preface */
const PREFACE = Buffer.from('PRI');

/** Takes over a connection from its first request on. */
export type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** A server that speaks HTTP/1 and, with prior knowledge, HTTP/2 on one port without TLS: KinesisClient speaks nothing else. */
export interface BothVersions {
  /** Is to be made to listen. */
  readonly server: Server;
  /** Ends every connection. */
  close(): Promise<void>;
}

/**
 * @param onRequest gets requests of both versions, in the form of HTTP/1.
 * @param onUpgrade gets those that ask for a WebSocket; without, they are requests as any other
 */
export function serveBothVersions(onRequest: RequestListener, onUpgrade?: Upgrade): BothVersions {
  // Others, such as Java's client, offer h2c with every request, and mean the request.
  const http1 = createHttp1({ shouldUpgradeCallback: isWebSocket }, onRequest);
  http1.keepAliveTimeout = 60_000;
  http1.requestTimeout = 0;
  if (onUpgrade) http1.on('upgrade', onUpgrade);
  let http2: Http2Server | undefined;
  const sockets = new Set<Socket>();

  function sort(socket: Socket, begun: Buffer): void {
    socket.once('data', (data: Buffer) => {
      const start = Buffer.concat([begun, data]);
      if (start.length < PREFACE.length) {
        sort(socket, start);
        return;
      }
      socket.pause();
      socket.unshift(start);
      const isHttp2 = start.subarray(0, PREFACE.length).equals(PREFACE);
      if (isHttp2) http2 ??= serveHttp2(onRequest);
      (http2 !== undefined && isHttp2 ? http2 : http1).emit('connection', socket);
      if (!isHttp2) socket.resume();
    });
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.setNoDelay(true);
    sort(socket, Buffer.alloc(0));
  });
  return {
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket';

/** Loads HTTP/2 only now, with the first who speaks it: that takes 22 ms of CPU. */
function serveHttp2(onRequest: RequestListener): Http2Server {
  const { createServer: createHttp2 } = process.getBuiltinModule('node:http2');
  // Node's compatibility API: the same methods and events.
  const server = createHttp2(onRequest as unknown as Parameters<typeof createHttp2>[1]);
  // A client that goes away in the middle of a request is no error of ours.
  return server.on('sessionError', () => {});
}
