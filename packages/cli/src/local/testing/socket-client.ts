import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

/** A client of a WebSocket API, in a test. */
export interface SocketClient {
  readonly socket: WebSocket;
  send(message: unknown): void;
  /** The next message that has not been read yet, as JSON. */
  next(): Promise<unknown>;
  /** The code and the reason with which it ends. */
  readonly closed: Promise<readonly [code: number, reason: string]>;
}

/** Connects, or rejects with the status that the handshake was answered with. */
export async function connectSocket(
  url: string,
  { protocols = [], ...options }: ClientOptions & { readonly protocols?: string[] } = {},
): Promise<SocketClient> {
  const socket = new WebSocket(url, protocols, options);
  const received: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data));
    const reader = waiting.shift();
    if (reader) reader(message);
    else received.push(message);
  });
  const closed = new Promise<readonly [number, string]>((resolve) => {
    socket.once('close', (code, reason) => resolve([code, reason.toString()]));
  });
  await once(socket, 'open');
  return {
    socket,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    next: () =>
      received.length > 0
        ? Promise.resolve(received.shift())
        : new Promise((resolve) => waiting.push(resolve)),
    closed,
  };
}

/** What a handshake that is refused is answered with. */
export async function refusedSocket(
  url: string,
  options: ClientOptions = {},
): Promise<{ readonly status: number | undefined; readonly body: unknown }> {
  const socket = new WebSocket(url, options);
  const [, response] = await once(socket, 'unexpected-response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, body: JSON.parse(Buffer.concat(chunks).toString()) };
}
