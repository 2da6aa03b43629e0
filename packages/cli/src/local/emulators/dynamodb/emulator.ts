import { Agent, request as httpRequest } from 'node:http';
import type { AwsRequest, AwsResponse } from '../../endpoint/message.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { fromEngineArns, toEngineArns } from './arns.ts';
import type { DynamoDBEngine } from './engine.ts';
import { type EngineEnded, keepDynoxide } from './kept-engine.ts';

export interface DynamoDBOptions extends EmulatorContext {
  /** The address of another DynamoDB, such as DynamoDB Local, that is used in place of our own engine. */
  readonly url?: string | undefined;
  /** Told when our own engine has ended by itself. */
  readonly onEnded?: ((ended: EngineEnded) => void) | undefined;
}

/** DynamoDB and its streams, passed on to an engine. */
export interface DynamoDBEmulator extends Emulator {
  /** Calls an operation: `call('CreateTable', { … })`. */
  call(operation: string, input: object): Promise<AwsResponse>;
}

/**
 * Passes requests to an engine as they are, but for the region in ARNs.
 *
 * @throws TankardError LOCAL_DYNAMODB_MISSING, LOCAL_DYNAMODB_FAILED
 */
export async function startDynamoDB(options: DynamoDBOptions): Promise<DynamoDBEmulator> {
  const { url, onEnded = () => {} } = options;
  const engine: DynamoDBEngine = url
    ? { url: async () => url, close: async () => {} }
    : await keepDynoxide(options.folder, onEnded);
  const agent = new Agent({ keepAlive: true });

  async function handle(request: AwsRequest): Promise<AwsResponse> {
    const address = await engine.url();
    if (!engine.region) return pass(address, agent, request);
    const response = await pass(address, agent, {
      ...request,
      body: toEngineArns(request.body, engine.region),
    });
    const body = fromEngineArns(response.body, engine.region, options.region, options.account);
    if (body === response.body) return response;
    const { 'content-length': _, 'x-amz-crc32': __, ...headers } = response.headers;
    return { ...response, headers, body };
  }

  return {
    services: ['dynamodb'],
    handle,
    call: (operation, input) => handle(callOf(operation, input, options.region)),
    close: async () => {
      agent.destroy();
      await engine.close();
    },
  };
}

/** A request as an SDK would make it; no engine verifies the signature. */
function callOf(operation: string, input: object, region: string): AwsRequest {
  const date = '20260101';
  return {
    method: 'POST',
    host: '127.0.0.1',
    path: '/',
    query: new URLSearchParams(),
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': `${date}T000000Z`,
      authorization: `AWS4-HMAC-SHA256 Credential=local/${date}/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: Buffer.from(JSON.stringify(input)),
  };
}

function pass(
  url: string,
  agent: Agent,
  { method, path, headers, body }: AwsRequest,
): Promise<AwsResponse & { body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { connection: _, 'transfer-encoding': __, authorization = '', ...kept } = headers;
    // DynamoDB Local keeps the tables of every access key apart, and each process here has its own.
    const signed = authorization.replace(/Credential=[^/]+/, 'Credential=local');
    const outgoing = httpRequest(
      new URL(path, url),
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
