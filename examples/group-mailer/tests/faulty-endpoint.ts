import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong with one request: the engine never hears of it and AWS's own answer is given, or the
 * engine carries it out and the connection is cut before the answer.
 */
export type Fault = { readonly status: number; readonly body: string } | 'cut after it is done';

export interface FaultyEndpoint {
  readonly url: string;
  /** One fault a request, in order; when none is left, requests pass. */
  faults: Fault[];
  /** How many requests came. */
  requests: number;
  close(): Promise<void>;
}

/** Stands before an engine and lets requests fail as they do in AWS, where an engine on one machine never fails. */
export async function startFaultyEndpoint(engine: string): Promise<FaultyEndpoint> {
  const server = createServer((request, response) => void answer(request, response));
  const endpoint: FaultyEndpoint = { url: '', faults: [], requests: 0, close };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    endpoint.requests += 1;
    const fault = endpoint.faults.shift();
    if (typeof fault === 'object') {
      response.writeHead(fault.status, { 'content-type': 'text/xml' }).end(fault.body);
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { host, connection, ...headers } = request.headers;
    const passed = await fetch(new URL(request.url ?? '/', engine), {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const body = Buffer.from(await passed.arrayBuffer());
    if (fault === 'cut after it is done') {
      response.destroy();
      return;
    }
    response
      .writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'text/xml' })
      .end(body);
  }

  async function close() {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(endpoint, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
