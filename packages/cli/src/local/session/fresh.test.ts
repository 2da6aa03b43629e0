import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../testing/run-command.ts';
import { tempProject } from '../../testing/temp-project.ts';
import { startLocal } from '../testing/local-process.ts';

const APP = `import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from '@tankard/framework';
export const app = new App('sample');
const users = app.table('Users', { partitionKey: 'id' });
const files = app.bucket('Files');
const greeting = app.parameter('Greeting');
const database = new DynamoDBClient({});
const s3 = new S3Client({});
export const put = app.route('PUT /users/{id}', async (req) => {
  await database.send(new PutItemCommand({ TableName: users.name, Item: { id: { S: req.params.id } } }));
  return 'done';
});
export const user = app.route('GET /users/{id}', async (req) => {
  const { Item } = await database.send(new GetItemCommand({ TableName: users.name, Key: { id: { S: req.params.id } } }));
  return Item ?? 'none';
});
export const file = app.route('GET /files/{key}', async (req) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: files.name, Key: req.params.key }));
  return greeting.value + ' ' + (await Body.transformToString());
});
`;
const SEEDS = {
  parameters: { Greeting: 'Hello' },
  tables: { Users: [{ id: 'ann', age: 30, tags: ['a'] }] },
  buckets: { Files: { 'a.txt': 'Ann', 'b.txt': { file: 'fixtures/b.txt' } } },
};

const json = async (url: string, init?: RequestInit) => (await fetch(url, init)).json();
const text = async (url: string) => (await fetch(url)).text();

test('a session begins with what the local file says, keeps what was written, and begins anew with --fresh', async () => {
  const project = await tempProject({ 'src/app.ts': APP, 'tankard.local.json': JSON.stringify(SEEDS) });
  await mkdir(join(project, 'fixtures'));
  await writeFile(join(project, 'fixtures/b.txt'), 'Bob');
  const first = await startLocal(project);
  const seeded = { id: { S: 'ann' }, age: { N: '30' }, tags: { L: [{ S: 'a' }] } };
  expect(await json(`${first.url}/users/ann`)).toEqual(seeded);
  expect(await text(`${first.url}/files/a.txt`)).toContain('Hello Ann');
  expect(await text(`${first.url}/files/b.txt`)).toContain('Hello Bob');
  for (const id of ['ann', 'cid']) await fetch(`${first.url}/users/${id}`, { method: 'PUT' });
  await first.end('SIGINT');

  const second = await startLocal(project);
  expect(await json(`${second.url}/users/ann`)).toEqual({ id: { S: 'ann' } });
  expect(await json(`${second.url}/users/cid`)).toEqual({ id: { S: 'cid' } });
  await second.end('SIGINT');

  const fresh = await startLocal(project, '--fresh');
  expect(await json(`${fresh.url}/users/ann`)).toEqual(seeded);
  expect(await text(`${fresh.url}/users/cid`)).toContain('none');
});

test('a local file that names what the app does not have is refused, and nothing is put', async () => {
  const seeds = { ...SEEDS, tables: { User: [{ id: '1' }] }, buckets: { Pictures: {} } };
  const project = await tempProject({ 'src/app.ts': APP, 'tankard.local.json': JSON.stringify(seeds) });
  const { code, stderr } = await runCommand(project, 'local', '--port', '0', '--aws-port', '0');
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /LOCAL_FILE_INVALID +'tables\.User' is no table[^\n]*\n[^\n]*\n +Did you mean 'Users'\?/,
  );
  expect(stderr).toContain("'buckets.Pictures' is no bucket");
});
