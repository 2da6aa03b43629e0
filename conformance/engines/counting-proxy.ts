import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Fault, refuse } from './fault.ts';
import { type Operation, operationOf, type SeenRequest } from './operation.ts';

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

/** Looks at each call; what it gives goes wrong. */
export type Watcher = (
  operation: Operation,
  request: SeenRequest,
) => Fault | undefined | Promise<Fault | undefined>;

/**
 * Starts a proxy on a free loopback port.
 *
 * @param engine where the calls go: `http://127.0.0.1:4566`.
 * @param seen told of each call before it goes on, and may say what goes wrong with it; where it gives a
 *   promise, the call waits for that.
 */
export async function startCountingProxy(
  engine: string,
  seen: Watcher = () => undefined,
): Promise<CountingProxy> {
  let calls: Operation[] = [];
  const server = createServer(async (incoming, answer) => {
    const body = await buffer(incoming);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const asked = { method, path, headers, body: body.toString('latin1') };
    const operation = operationOf(asked);
    calls.push(operation);
    const fault = await seen(operation, asked);
    if (fault?.kind === 'unanswered') return;
    if (fault?.kind === 'unheard') return answer.writeHead(204).end();
    if (fault?.kind === 'refused') return refuse(fault, operation, incoming, answer);
    if (fault && !fault.effect) return answer.destroy();
    passOn(incoming, body, answer, engine, fault !== undefined);
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

/** @param lost the answer never arrives. */
function passOn(
  incoming: IncomingMessage,
  body: Buffer,
  answer: ServerResponse,
  engine: string,
  lost: boolean,
): void {
  const { method, url = '/', headers } = incoming;
  // What came in pieces goes on as a whole.
  const { 'transfer-encoding': _, ...rest } = headers;
  const outgoing = request(
    new URL(url, engine),
    { method, headers: { ...rest, 'content-length': String(body.byteLength) } },
    (from) => {
      if (lost) {
        from.resume().on('end', () => answer.destroy());
        return;
      }
      answer.writeHead(from.statusCode ?? 502, from.headers);
      from.pipe(answer);
    },
  );
  outgoing.on('error', () => answer.destroy());
  // A client that was killed in the middle of a call does not undo it.
  answer.on('error', () => {});
  outgoing.end(body);
}
