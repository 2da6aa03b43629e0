import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import { startTankard, type TankardProcess, tankard } from '../engines/tankard.ts';
import { eventually } from '../eventually.ts';

const APP = `import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { App, Rate } from '@tankard/framework';

export const app = new App('anywhere');
const names = app.table('Names', { partitionKey: 'name' });
const files = app.bucket('Files');
const jobs = app.queue('Jobs', { visibility: 6, deadLetter: { maxReceives: 1 } });
const news = app.topic('News');
const database = new DynamoDBClient({});

export const find = app.route('GET /{name}', async (req) => {
  const { Item } = await database.send(new GetItemCommand({ TableName: names.name, Key: { name: { S: req.params.name } } }));
  return { found: Item !== undefined, url: jobs.url };
});
export const onName = app.onDynamoDBRecord(names, { events: ['INSERT'] }, (record) => console.log('name', record.keys.name));
export const onFile = app.onS3Event(files, { suffix: '.txt' }, (event) => console.log('file', event.key));
export const onJob = app.onSqsMessage(jobs, { timeout: 1 }, (message) => {
  if (message.body === 'bad') throw new Error('no');
  console.log('job', message.body);
});
export const onNews = app.onSnsMessage(news, (message) => console.log('news', message.message));
export const onOrder = app.onEvent({ source: ['shop'] }, (event) => console.log('order', event.detail.id));
export const hourly = app.schedule(Rate.hours(1), () => 'run');
`;

let engine: MiniStack;
let project: string;
let local: TankardProcess;
let addresses: { readonly url: string; readonly endpoint: string; readonly console: string };

beforeAll(async () => {
  engine = await startMiniStack();
  project = mkdtempSync(join(tmpdir(), 'tankard-engine-'));
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src', 'app.ts'), APP);
  symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(project, 'node_modules'));
  const words = [
    'local',
    '--engine',
    engine.endpoint,
    '--port',
    '0',
    '--aws-port',
    '0',
    '--console-port',
    '0',
  ];
  local = startTankard(project, engine, ...words);
  const ready = await eventually(async () => happenings().find(({ kind }) => kind === 'ready'));
  addresses = ready.addresses as typeof addresses;
}, 120_000);

afterAll(async () => {
  local.process.kill('SIGINT');
  await local.ended;
  await engine.stop();
  rmSync(project, { recursive: true, force: true });
});

const happenings = () =>
  local
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const logged = (text: string) =>
  eventually(async () =>
    happenings().some(({ kind, line }) => kind === 'log' && String(line).includes(text)),
  );

const client = () => engine.client;

test('a route reads what another client put into the engine, and the insert reaches the function here', async () => {
  const item = { name: { S: 'ann' } };
  await new DynamoDBClient(client()).send(
    new PutItemCommand({ TableName: 'anywhere-local-Names', Item: item }),
  );
  const answer = await fetch(`${addresses.url}/ann`);
  expect(await answer.json()).toMatchObject({ found: true });
  await logged('ann');
});

test('events of the engine reach the functions here: bucket, queue, topic, bus', async () => {
  await new S3Client({ ...client(), forcePathStyle: true }).send(
    new PutObjectCommand({
      Bucket: 'anywhere-local-files-000000000000-us-east-1',
      Key: 'a b.txt',
      Body: 'x',
    }),
  );
  const QueueUrl = `${engine.endpoint}/000000000000/anywhere-local-Jobs`;
  const sqs = new SQSClient(client());
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'first' }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'bad' }));
  const TopicArn = 'arn:aws:sns:us-east-1:000000000000:anywhere-local-News';
  await new SNSClient(client()).send(new PublishCommand({ TopicArn, Message: 'hello' }));
  const Entries = [{ Source: 'shop', DetailType: 'Ordered', Detail: '{"id":7}' }];
  await new EventBridgeClient(client()).send(new PutEventsCommand({ Entries }));
  for (const text of ['a b.txt', 'first', 'hello', 'order']) await logged(text);
});

test('a message whose function fails goes the way of the engine', async () => {
  const sqs = new SQSClient(client());
  const QueueUrl = `${engine.endpoint}/000000000000/anywhere-local-JobsDeadLetters`;
  const dead = await eventually(
    async () => (await sqs.send(new ReceiveMessageCommand({ QueueUrl }))).Messages?.[0],
  );
  expect(dead.Body).toBe('bad');
});

test('the console shows what is in the engine, counts messages, and says what the engine can not do', async () => {
  const ask = async (path: string, method = 'GET') => {
    const headers = { origin: addresses.console };
    const answer = await fetch(`${addresses.console}/api/${path}`, { method, headers });
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
  expect(await ask('tables/Names')).toMatchObject({ keys: ['name'], items: [{ name: 'ann' }] });
  expect(await ask('buckets/Files')).toMatchObject({ objects: [{ key: 'a b.txt', size: 1 }] });
  expect(await ask('buckets/Files/object?key=a%20b.txt')).toMatchObject({ text: 'x' });
  expect(await ask('topics/News')).toMatchObject({ subscriptions: [{ protocol: 'lambda' }] });
  const dead = await ask('queues/JobsDeadLetters');
  // To look at a message of the engine would be to receive it.
  expect(dead).not.toHaveProperty('messages');
  expect(dead).toMatchObject({ waiting: expect.any(Number), inFlight: expect.any(Number) });
  const { message } = await ask('queues/JobsDeadLetters/redrive', 'POST');
  expect(message).toContain('StartMessageMoveTask is not valid');
  expect(await ask('counts')).toMatchObject({ 'table:Names': { text: '1 item' } });
});

test('a schedule runs on request, and runs are listed with what caused them', async () => {
  await tankard(project, engine, 'local', 'trigger', 'hourly');
  const { invocations } = (await tankard(project, engine, 'local', 'invocations')) as unknown as {
    readonly invocations: readonly { readonly cause: { readonly by: string; readonly what: string } }[];
  };
  const causes = new Set(invocations.map(({ cause }) => cause.what));
  expect([...causes].sort()).toEqual(
    ['GET /ann', 'bucket Files', 'hourly', 'onOrder', 'queue Jobs', 'table Names', 'topic News'].sort(),
  );
});
