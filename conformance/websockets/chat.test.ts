import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApiGatewayV2Client, GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectSocket, refusedSocket } from '../../packages/cli/src/local/testing/socket-client.ts';
import { type CountingProxy, startCountingProxy } from '../engines/counting-proxy.ts';
import { behind } from '../engines/engine.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { built, openProjectStage, type ProjectStage } from '../engines/project-stage.ts';
import { chatAddress, chatProject } from './chat-app.ts';

let engine: MiniStack;
let proxy: CountingProxy;
let project: string;
let stage: ProjectStage;
let url: string;
beforeAll(async () => {
  // Functions run with their roles' credentials, which the engine holds to their policies.
  engine = await startMiniStack({ AUTH: 'true' });
  proxy = await startCountingProxy(engine.endpoint);
  project = await chatProject(engine.endpoint);
  stage = await openProjectStage(behind(engine, proxy));
  await stage.deploy(await built(project, {}));
  url = `${chatAddress(engine.endpoint, 'ws')}?token=`;
});
afterAll(async () => {
  await stage?.stop();
  await proxy?.stop();
  await engine?.stop();
  if (project) await rm(project, { recursive: true, force: true });
});

const connect = () => connectSocket(`${url}secret`);

async function call(name: string, event: unknown): Promise<unknown> {
  const lambda = new LambdaClient(engine.client);
  const FunctionName = `chat-dev-${name}`;
  const { Payload } = await lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  return JSON.parse(Buffer.from(Payload ?? []).toString());
}

test('clients who are let in hear what others say, and leave', async () => {
  const [anna, bob] = await Promise.all([connect(), connect()]);
  anna?.send({ action: 'say', text: 'hello' });
  for (const client of [anna, bob]) expect(await client?.next()).toEqual({ said: 'hello', by: 'anna' });
  bob?.socket.close();
  const database = new DynamoDBClient(engine.client);
  const scan = new ScanCommand({ TableName: 'chat-dev-Members' });
  await expect.poll(async () => (await database.send(scan)).Count, { timeout: 20_000 }).toBe(1);
  anna?.send({ action: 'nothing of the kind' });
  await anna?.closed;
});

test('who has no token or a wrong one is not let in', async () => {
  expect((await refusedSocket(url)).status).toBe(401);
  expect((await refusedSocket(`${url}wrong`)).status).toBe(403);
});

test('a message that does not fit is refused by name, and a route that replies replies', async () => {
  const client = await connect();
  client.send({ action: 'say' });
  expect(await client.next()).toMatchObject({ Code: 'BadRequestError' });
  client.send({ action: 'who' });
  const { id } = (await client.next()) as { readonly id: string };
  // MiniStack has names of its own in what it says of a connection, so that nothing is read of it.
  expect(await call('tell', id)).toEqual({ told: true, sourceIp: '' });
  expect(await client.next()).toEqual({ told: true });
  client.socket.close();
  await client.closed;
  await expect.poll(() => call('tell', id), { timeout: 20_000 }).toEqual({ gone: id });
});

test('what has not changed is deployed again without a call that changes anything', async () => {
  proxy.forget();
  await stage.deploy(await built(project, {}));
  expect(proxy.calls().length).toBeGreaterThan(20);
  expect(proxy.mutations()).toEqual([]);
});

test('a route that comes, one that goes and one that replies no more are a call or two each', async () => {
  const file = join(project, 'src', 'app.ts');
  const before = await readFile(file, 'utf8');
  const after = before
    .replace("'$default', ({ connection })", "'bye', ({ connection })")
    .replace("'who', { reply: true }, ({ connection }) => ({ id: connection.id })", "'who', () => {}");
  await writeFile(file, after);
  proxy.forget();
  await stage.deploy(await built(project, {}));
  const calls = proxy.mutations().map((one) => one.replace(/[0-9a-f]{8}/g, 'ID'));
  expect(calls.filter((one) => one.startsWith('apigateway'))).toEqual([
    'apigateway POST /v2/apis/chat/routes',
    'apigateway DELETE /v2/apis/chat/routes/ID/routeresponses/ID',
    'apigateway PATCH /v2/apis/chat/routes/ID',
    'apigateway DELETE /v2/apis/chat/routes/ID',
  ]);
  const client = await connect();
  client.send({ action: 'bye' });
  await client.closed;
});

test('everything goes', async () => {
  await stage.remove(await built(project, {}));
  const { Items } = await new ApiGatewayV2Client(engine.client).send(new GetApisCommand());
  expect(Items).toEqual([]);
});
