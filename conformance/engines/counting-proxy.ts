import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Operation, operationOf } from './operation.ts';

/** A proxy before an engine that keeps a list of the calls that go through it. */
export interface CountingProxy {
  readonly endpoint: string;
  /** What was called since the last `forget`, in the order of arrival. */
  calls(): readonly Operation[];
  /** Those of them that change something, as `service operation`. */
  mutations(): readonly string[];
  forget(): void;
  stop(): Promise<void>;
}

/**
 * Starts a proxy on a free loopback port.
 *
 * @param engine where the calls go: `http://127.0.0.1:4566`.
 * @param seen told of each call before it goes on; where it gives a promise, the call waits for that.
 */
export async function startCountingProxy(
  engine: string,
  seen: (operation: Operation) => void | Promise<void> = () => {},
): Promise<CountingProxy> {
  let calls: Operation[] = [];
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const operation = operationOf({ method, path, headers, body: body.toString('latin1') });
    calls.push(operation);
    await seen(operation);
    passOn(incoming, body, answer, engine);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    mutations: () => calls.filter(({ mutates }) => mutates).map(({ service, name }) => `${service} ${name}`),
    forget: () => {
      calls = [];
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function passOn(incoming: IncomingMessage, body: Buffer, answer: ServerResponse, engine: string): void {
  const { method, url = '/', headers } = incoming;
  // What came in pieces goes on as a whole.
  const { 'transfer-encoding': _, ...rest } = headers;
  const outgoing = request(
    new URL(url, engine),
    { method, headers: { ...rest, 'content-length': String(body.byteLength) } },
    (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    },
  );
  outgoing.on('error', () => answer.destroy());
  // A client that was killed in the middle of a call does not undo it.
  answer.on('error', () => {});
  outgoing.end(body);
}
