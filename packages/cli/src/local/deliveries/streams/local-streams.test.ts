import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCommand } from '../../../testing/run-command.ts';
import { tempProject } from '../../../testing/temp-project.ts';
import type { Invocation } from '../../invocations/invocation.ts';
import { startLocal } from '../../testing/local-process.ts';

/** A route writes to a table, whose records are put into a stream, whose records are logged. */
const APP = `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { App } from '@tankard/framework';

export const app = new App('chain');
const orders = app.table('Orders', { partitionKey: 'id' });
const shipped = app.stream('Shipped', { shards: 1 });
const database = new DynamoDBClient({});
const kinesis = new KinesisClient({});

export const put = app.route('PUT /{id}', async (req) => {
  await database.send(new PutItemCommand({ TableName: orders.name, Item: { id: { S: req.params.id } } }));
  return 'stored';
});
export const ship = app.onDynamoDBRecord(orders, { onFailure: 'block' }, async ({ keys }) => {
  if (keys.id === 'bad') throw new Error('not this one');
  await kinesis.send(new PutRecordCommand({
    StreamName: shipped.name, PartitionKey: String(keys.id), Data: Buffer.from(String(keys.id)),
  }));
});
export const note = app.onKinesisRecord(shipped, (record) => console.log('Noted ' + record.data));
`;

test('what a route writes goes through a table and a stream, each run knows the one before it, and a kill loses and repeats nothing', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const first = await startLocal(project);
  expect(first.output()).not.toContain('Not delivered');
  await fetch(`${first.url}/good`, { method: 'PUT' });
  await expect.poll(first.output).toContain('Noted good');

  const { stdout } = await runCommand(project, 'local', 'invocations', '--json');
  const invocations: readonly Invocation[] = JSON.parse(stdout).invocations;
  const runOf = (by: string) => invocations.find(({ cause }) => cause.by === by);
  const [route, table, stream] = ['route', 'dynamodb', 'kinesis'].map(runOf);
  expect(table?.cause).toEqual({ by: 'dynamodb', what: 'table Orders', after: [route?.id] });
  expect(stream?.cause).toEqual({ by: 'kinesis', what: 'stream Shipped', after: [table?.id] });
  expect(new Set([route, table, stream].map((run) => run?.trace)).size).toBe(1);

  await fetch(`${first.url}/bad`, { method: 'PUT' });
  await expect.poll(first.output).toMatch(/ship is tried again in 1 s/);
  await fetch(`${first.url}/behind`, { method: 'PUT' });
  await first.end('SIGKILL');

  await writeFile(join(project, 'src/app.ts'), APP.replace("=== 'bad'", "=== 'worse'"));
  const second = await startLocal(project);
  await expect.poll(second.output).toContain('Noted behind');
  expect(second.output().match(/Noted \w+/g)).toEqual(['Noted bad', 'Noted behind']);
}, 120_000);

test('a handler of a table that nobody has made is said to wait', async () => {
  const app = `import { App } from '@tankard/framework';
export const app = new App('visits');
export const onCustomer = app.onDynamoDBRecord('Customers', () => {});
`;
  const project = await tempProject({ 'src/app.ts': app });
  const local = await startLocal(project, '--enforce-permissions');
  await expect.poll(local.output).toContain('onCustomer waits: there is no table Customers here yet');
  expect(local.output()).toMatch(/Not made here.*\n +table Customers/);
});
