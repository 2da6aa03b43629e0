import { createServer as createHttp1, type RequestListener } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import { createServer, type Server, type Socket } from 'node:net';

/** What every HTTP/2 connection begins with, as far as no request of HTTP/1 does: https://httpwg.org/specs/rfc9113.html#preface */
const PREFACE = Buffer.from('PRI');

/** A server that speaks HTTP/1 and, with prior knowledge, HTTP/2 on one port without TLS: KinesisClient speaks nothing else. */
export interface BothVersions {
  /** Is to be made to listen. */
  readonly server: Server;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** @param onRequest gets requests of both versions, in the form of HTTP/1. */
export function serveBothVersions(onRequest: RequestListener): BothVersions {
  const http1 = createHttp1(onRequest);
  http1.keepAliveTimeout = 60_000;
  http1.requestTimeout = 0;
  // Node's compatibility API: the same methods and events.
  const http2 = createHttp2(onRequest as unknown as Parameters<typeof createHttp2>[1]);
  // A client that goes away in the middle of a request is no error of ours.
  http2.on('sessionError', () => {});
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
      (isHttp2 ? http2 : http1).emit('connection', socket);
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
