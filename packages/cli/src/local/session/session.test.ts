import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../testing/run-command.ts';
import { tempProject } from '../../testing/temp-project.ts';
import { isAlive, processesWith, startLocal } from '../testing/local-process.ts';

/** An app of many sources that needs no SDK. */
const APP = `import { App, Rate } from '@tankard/framework';

export const app = new App('sample');
const names = app.table('Names', { partitionKey: 'name' });
const jobs = app.queue('Jobs');

export const hello = app.route('GET /hello/{name}', async (req) => ({ hello: req.params.name, pid: process.pid }));
export const breaks = app.route('GET /breaks', async () => { throw new Error('in the source'); });
export const table = app.route('GET /table', async () => names.name);
export const hourly = app.schedule(Rate.hours(1), async (event) => ({ source: event.source, at: event.time }));
export const failing = app.schedule('cron(0 2 * * ? *)', async () => { throw new TypeError('not tonight'); });
export const work = app.onSqsMessage(jobs, async () => {});
`;

const text = async (url: string) => (await fetch(url)).text();

test('an app runs, says what it has, and takes a change into the next request', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project);
  expect(local.output()).toMatch(/GET \/hello\/{name} +api/);
  expect(local.output()).toMatch(/hourly +rate\(1 hour\), next 20/);

  expect(JSON.parse(await text(`${local.url}/hello/ann`))).toMatchObject({ hello: 'ann' });
  expect(await text(`${local.url}/table`)).toContain('sample-local-Names');
  expect(await text(`${local.url}/nowhere`)).toBe('{"message":"Not Found"}');

  const file = join(project, 'src/app.ts');
  await writeFile(file, APP.replace('hello: req', 'goodbye: req'));
  expect(JSON.parse(await text(`${local.url}/hello/ann`))).toMatchObject({ goodbye: 'ann' });

  await writeFile(file, APP.replace('export const hello', 'export const hello ='));
  const broken = await fetch(`${local.url}/hello/ann`);
  expect([broken.status, await broken.text()]).toEqual([500, expect.stringContaining('APP_SYNTAX')]);
  await expect.poll(local.output).toContain('APP_SYNTAX');

  await writeFile(file, APP);
  expect(JSON.parse(await text(`${local.url}/hello/ann`))).toMatchObject({ hello: 'ann' });

  await text(`${local.url}/breaks`);
  await expect.poll(local.output).toMatch(/Error: in the source\n.*src\/app\.ts:8:/);
});

test('Ctrl-C ends everything that was started', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project);
  const { pid } = JSON.parse(await text(`${local.url}/hello/ann`));
  expect(await processesWith(project)).not.toEqual([]);
  expect(await local.end('SIGINT')).toBe(130);
  expect(await isAlive(pid)).toBe(false);
  // The shell that watches over the engine ends right behind it.
  await expect.poll(() => processesWith(project)).toEqual([]);
  await expect(text(`${local.url}/hello/ann`)).rejects.toThrow();
  const session = join(project, '.tankard/local/session.json');
  await expect(readFile(session)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a local that is killed leaves no process, and can be started again', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project);
  const { pid } = JSON.parse(await text(`${local.url}/hello/ann`));
  await local.end('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  await expect.poll(() => processesWith(project)).toEqual([]);
  const again = await startLocal(project);
  expect(JSON.parse(await text(`${again.url}/hello/bob`))).toMatchObject({ hello: 'bob' });
});

test('a schedule is run on request and its result printed', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const trigger = (...words: string[]) => runCommand(project, 'local', 'trigger', ...words);
  expect(await trigger('hourly')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('LOCAL_NOT_RUNNING'),
  });

  const local = await startLocal(project);
  expect(JSON.parse((await trigger('hourly')).stdout)).toMatchObject({ source: 'aws.scheduler' });
  const inJson = JSON.parse((await trigger('hourly', '--json')).stdout);
  expect(inJson).toMatchObject({ ok: true, handler: 'hourly', failed: false });
  await expect.poll(local.output).toMatch(/hourly done \d+ ms/);

  const unknown = await trigger('hourli');
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toMatch(/LOCAL_HANDLER_UNKNOWN.*\n.*Did you mean 'hourly'/);

  const failed = await trigger('failing');
  expect(failed.code).toBe(1);
  expect(failed.stderr).toMatch(/LOCAL_HANDLER_FAILED +failing failed: TypeError: not tonight/);
  expect(failed.stdout).toMatch(/src\/app\.ts:11:/);

  expect(await runCommand(project, 'local')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('LOCAL_RUNNING_ALREADY'),
  });
  const { status } = await fetch(`${local.endpoint}/_tankard/trigger/hourly`, { method: 'POST' });
  expect(status).toBe(403);
});

test('an app that can not be run ends with what is wrong and leaves nothing', async () => {
  const app = `import { App } from '@tankard/framework';
export const app = new App('sample');
const greeting = app.parameter('Greeting');
export const greet = app.route('GET /', async () => greeting.value);
`;
  const project = await tempProject({ 'src/app.ts': app });
  const refused = await runCommand(project, 'local', '--port', '0', '--aws-port', '0');
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/PARAMETER_MISSING.*'Greeting'/) });
  // The shell that watches over the engine ends right behind it.
  await expect.poll(() => processesWith(project)).toEqual([]);
  const local = await startLocal(project, '--parameter', 'Greeting=Hello');
  expect(await text(local.url)).toContain('Hello');
});

test('ports that are in use are passed over, and that is said', async () => {
  const busy = createServer();
  await new Promise<void>((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const address = busy.address();
  const port = String(typeof address === 'object' && address ? address.port : 0);
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project, '--port', port);
  expect(local.output()).toContain(`Port ${port} is in use: HTTP is on `);
  expect(await text(`${local.url}/table`)).toContain('sample-local-Names');
  await new Promise((resolve) => busy.close(resolve));
});

test('what the app stored and sent is there after a restart', async () => {
  const app = `import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { App } from '@tankard/framework';
export const app = new App('sample');
const names = app.table('Names', { partitionKey: 'name' });
const database = new DynamoDBClient({});
const ses = new SESClient({});
export const put = app.route('PUT /{name}', async (req) => {
  const name = { S: req.params.name };
  await database.send(new PutItemCommand({ TableName: names.name, Item: { name } }));
  await ses.send(new SendEmailCommand({
    Source: 'a@example.com',
    Destination: { ToAddresses: ['b@example.com'] },
    Message: { Subject: { Data: 'Stored' }, Body: { Text: { Data: req.params.name } } },
  }));
  return 'done';
});
export const get = app.route('GET /{name}', async (req) => {
  const { Item } = await database.send(new GetItemCommand({ TableName: names.name, Key: { name: { S: req.params.name } } }));
  return Item ?? 'nothing';
});
`;
  const project = await tempProject({ 'src/app.ts': app });
  const first = await startLocal(project);
  expect(await text(`${first.url}/ann`)).toBe('nothing');
  expect((await fetch(`${first.url}/ann`, { method: 'PUT' })).status).toBe(200);
  await expect.poll(first.output).toContain('Mail "Stored" from a@example.com to b@example.com');
  await first.end('SIGKILL');

  const second = await startLocal(project);
  expect(await text(`${second.url}/ann`)).toBe('{"name":{"S":"ann"}}');
  const mails = await runCommand(project, 'local', 'mail', '--json');
  expect(JSON.parse(mails.stdout).mails).toMatchObject([
    { subject: 'Stored', to: ['b@example.com'], text: 'ann' },
  ]);
  expect((await runCommand(project, 'local', 'mail')).stdout).toMatch(
    /Stored .*\n +From: a@example\.com\n +To: b@example\.com/,
  );
});

test('a port that can not be taken, with none after it, is refused, and nothing is left running', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const last = createServer();
  // Where somebody else has it, it is taken all the same.
  await new Promise<void>((resolve) =>
    last.once('error', () => resolve()).listen(65_535, '127.0.0.1', resolve),
  );
  for (const option of ['--port', '--aws-port']) {
    const { code, stderr } = await runCommand(project, 'local', option, '65535');
    expect([code, stderr]).toEqual([1, expect.stringContaining('LOCAL_PORT_UNUSABLE')]);
  }
  last.close();
  await expect.poll(() => processesWith(project)).toEqual([]);
});
