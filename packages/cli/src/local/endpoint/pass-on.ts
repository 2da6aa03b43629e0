import type { Agent } from 'node:http';
import { request as httpRequest } from '../node-http.ts';
import type { AwsRequest, AwsResponse } from './message.ts';

/** Passes a request to an engine and gives its answer. */
export function pass(
  url: string,
  agent: Agent,
  { method, path, query, headers, body }: AwsRequest,
): Promise<AwsResponse & { body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, authorization = '', ...kept } = headers;
    // DynamoDB Local keeps the tables of every access key apart, and each process here has its own.
    const signed = authorization.replace(/Credential=[^/]+/, 'Credential=local');
    const outgoing = httpRequest(
      new URL(query.size > 0 ? `${path}?${query}` : path, url),
      { method, agent, headers: { ...kept, authorization: signed, 'content-length': String(body.length) } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const {
            connection: ___,
            'transfer-encoding': ____,
            'keep-alive': _____,
            ...rest
          } = incoming.headers;
          resolve({
            status: incoming.statusCode ?? 500,
            headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
