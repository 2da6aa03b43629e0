import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { ListFunctionsCommand } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { awsProblem } from './aws-problem.ts';
import { createClients } from './clients.ts';

let server: Server | undefined;

beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stop();
});

async function listening(fresh: Server): Promise<string> {
  server = fresh;
  await new Promise<void>((resolve) => fresh.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(fresh.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  return endpoint;
}

async function stop(): Promise<void> {
  const old = server;
  server = undefined;
  if (old) await new Promise((resolve) => old.close(resolve));
}

async function failure(silence?: number): Promise<unknown> {
  const clients = createClients({ env: {}, region: 'eu-north-1', silence });
  const lambda = await clients.lambda();
  const error: unknown = await lambda.send(new ListFunctionsCommand({})).catch((thrown: unknown) => thrown);
  clients.destroy();
  return error;
}

test('a server that says nothing is given up, and told from one that refuses', async () => {
  let connections = 0;
  const endpoint = await listening(
    createServer((socket) => {
      connections += 1;
      socket.resume().on('error', () => {});
    }),
  );
  const problem = awsProblem(await failure(100), { step: 'looking' });
  expect(problem).toMatchObject({
    code: 'AWS_UNREACHABLE',
    message: expect.stringMatching(`^Lambda ListFunctions got no answer from ${endpoint}: .*100 ms`),
    subject: 'looking',
  });
  expect(connections).toBe(3);
});

test('where nobody listens that is said, with the address', async () => {
  const endpoint = await listening(createServer());
  await stop();
  expect(awsProblem(await failure())).toMatchObject({
    code: 'AWS_UNREACHABLE',
    message: expect.stringMatching(
      `^Lambda ListFunctions got no answer from ${endpoint}: connect ECONNREFUSED`,
    ),
  });
});

test('a connection that breaks off is tried again until it holds', async () => {
  let requests = 0;
  await listening(
    createHttpServer((request, response) => {
      requests += 1;
      if (requests < 5) request.socket.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"Functions":[]}');
    }),
  );
  expect(await failure()).toMatchObject({ Functions: [] });
});
