import type { IncomingMessage } from 'node:http';
import type { AwsRequest } from './message.ts';

/** Reads a request to its end. The body is held in memory: an upload costs its own size. */
export async function readRequest(incoming: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: incoming.method ?? 'GET',
    host: (incoming.headers.host ?? String(incoming.headers[':authority'] ?? '')).replace(/:\d+$/, ''),
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1)),
    headers: Object.fromEntries(
      Object.entries(incoming.headers)
        // HTTP/2 has the request's first line in headers whose names begin with a colon.
        .filter(([name]) => !name.startsWith(':'))
        .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
    ),
    body: Buffer.concat(chunks),
  };
}
