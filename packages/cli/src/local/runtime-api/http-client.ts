import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import { Agent, request } from '../node-http.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Calls Lambda's Runtime API over one connection that is kept. */
export function runtimeApiClient(address: string) {
  const [hostname, port] = address.split(':');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** Begins a request whose body is still to be written. */
  function open(
    method: 'GET' | 'POST',
    path: string,
    headers: Record<string, string> = {},
  ): { readonly request: ClientRequest; readonly answered: Promise<Answer> } {
    const { promise: answered, resolve, reject } = Promise.withResolvers<Answer>();
    const options = { hostname, port, method, path: `/2018-06-01/runtime${path}`, agent, headers };
    const call = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    call.on('error', reject);
    return { request: call, answered };
  }

  function call(
    method: 'GET' | 'POST',
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const length: Record<string, string> =
      body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const { request, answered } = open(method, path, { ...headers, ...length });
    request.end(body);
    return answered;
  }

  return { open, call };
}
