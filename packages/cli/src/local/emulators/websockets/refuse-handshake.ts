import type { Duplex } from 'node:stream';
import { STATUS_CODES } from '../../node-http.ts';

/** Answers a client that wanted a connection, as API Gateway does, with what it may quote. */
export function refuseHandshake(
  socket: Duplex,
  status: number,
  said: Readonly<Record<string, string>>,
): void {
  const body = JSON.stringify(said);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Refused'}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
