import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cli = join(import.meta.dirname, '..', '..', 'packages', 'cli');

/** MiniStack calls an API as a tag says, so that its address is known before it is made. */
const API_ID = 'chat';

/** Where an engine serves the app's WebSocket API: its name for it is none that this machine resolves. */
export const chatAddress = (endpoint: string, scheme: 'http' | 'ws'): string =>
  `${endpoint.replace('http', scheme)}/_aws/execute-api/${API_ID}/dev`;

/** A project whose clients are told what others say, with every kind of route. */
export async function chatProject(endpoint: string): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'chat-'));
  await symlink(join(cli, 'node_modules'), join(folder, 'node_modules'));
  await mkdir(join(folder, 'src'));
  const config = {
    tags: { 'ms-custom-id': API_ID },
    defaults: { environment: { TANKARD_URL_WEBSOCKET: chatAddress(endpoint, 'http') } },
  };
  const files = {
    'package.json': JSON.stringify({ name: 'chat', private: true, type: 'module' }),
    'tankard.config.ts': `import { defineConfig } from '@tankard/framework/config';\nexport default defineConfig(${JSON.stringify(config)});\n`,
    'src/app.ts': APP,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const APP = `
import { DeleteItemCommand, DynamoDBClient, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { allow, App, ConnectionGoneError, deny } from '@tankard/framework';
import { z } from 'zod';

export const app = new App('chat');
const members = app.table('Members', { partitionKey: 'id' });
const database = new DynamoDBClient({});

export const gate = app.authorizer({ identity: ['query.token'] }, ({ query }) =>
  query.token === 'secret' ? allow({ routes: ['$connect'], principalId: 'anna' }) : deny(),
);
export const join = app.websocket('$connect', { authorizer: gate }, async ({ connection }) => {
  await database.send(new PutItemCommand({ TableName: members.name, Item: { id: { S: connection.id } } }));
});
export const leave = app.websocket('$disconnect', async ({ connection }) => {
  await database.send(new DeleteItemCommand({ TableName: members.name, Key: { id: { S: connection.id } } }));
});
export const say = app.websocket('say', { message: z.object({ text: z.string() }) }, async (message) => {
  const { Items = [] } = await database.send(new ScanCommand({ TableName: members.name }));
  const said = { said: message.body.text, by: message.auth.principalId };
  await Promise.all(Items.map(({ id }) => app.connection(id?.S ?? '').send(said)));
});
export const who = app.websocket('who', { reply: true }, ({ connection }) => ({ id: connection.id }));
export const other = app.websocket('$default', ({ connection }) => connection.close());
export const tell = app.lambda(async (id: string) => {
  try {
    await app.connection(id).send({ told: true });
    const { sourceIp } = await app.connection(id).info();
    return { told: true, sourceIp };
  } catch (error) {
    if (error instanceof ConnectionGoneError) return { gone: error.connectionId };
    throw error;
  }
});
`;
