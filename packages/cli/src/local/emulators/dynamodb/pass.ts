import { type Agent, request as httpRequest } from 'node:http';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import { ownSignature } from '../../endpoint/own-signature.ts';

const STREAM_OPERATIONS = new Set(['ListStreams', 'DescribeStream', 'GetShardIterator', 'GetRecords']);

/** A request as an SDK would make it. */
export function requestOf(operation: string, input: object, region: string): AwsRequest {
  return {
    method: 'POST',
    host: '127.0.0.1',
    path: '/',
    query: new URLSearchParams(),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `${STREAM_OPERATIONS.has(operation) ? 'DynamoDBStreams' : 'DynamoDB'}_20120810.${operation}`,
      ...ownSignature('dynamodb', region),
    },
    body: Buffer.from(JSON.stringify(input)),
  };
}

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
