import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { App, Rate } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from './start-local.ts';

const app = new App('sample');
const names = app.table('Names', { partitionKey: 'name' });
const sender = app.parameter('Sender');
const jobs = app.queue('Jobs');
const database = new DynamoDBClient({});
const ses = new SESClient({});
const sqs = new SQSClient({});
let failing = 0;

const handlers = {
  put: app.route('PUT /{name}', async (req) => {
    await database.send(
      new PutItemCommand({ TableName: names.name, Item: { name: { S: req.params.name } } }),
    );
    return { stored: req.params.name };
  }),
  get: app.route('GET /{name}', async (req) => {
    const Key = { name: { S: req.params.name } };
    const { Item } = await database.send(new GetItemCommand({ TableName: names.name, Key }));
    return { found: Item !== undefined };
  }),
  order: app.route('POST /orders', async () => {
    await sqs.send(new SendMessageCommand({ QueueUrl: jobs.url, MessageBody: 'one' }));
    return 'taken';
  }),
  work: app.onSqsMessage(jobs, () => {}),
  hourly: app.schedule(Rate.hours(1), async (event) => {
    if (failing-- > 0) throw new TypeError('not yet');
    await ses.send(
      new SendEmailCommand({
        Source: sender.value,
        Destination: { ToAddresses: ['b@example.com'] },
        Message: { Subject: { Data: event.time.toISOString() }, Body: { Text: { Data: 'Hello' } } },
      }),
    );
    return 'sent';
  }),
  double: app.lambda(async (event: { n: number }) => event.n * 2),
  slow: app.lambda({ timeout: 1 }, () => new Promise(() => {})),
};

let local: LocalTestApp;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers }, { parameters: { Sender: 'a@example.com' } });
});
afterAll(() => local.close());

test('routes are served over HTTP and reach the engines', async () => {
  const put = await fetch(`${local.url}/ann`, { method: 'PUT' });
  expect(await put.json()).toEqual({ stored: 'ann' });
  expect(await (await fetch(`${local.url}/ann`)).json()).toEqual({ found: true });
  expect(await (await fetch(`${local.url}/bob`)).json()).toEqual({ found: false });
});

test('a handler is run by itself or by its name', async () => {
  expect(await local.trigger(handlers.double, { n: 2 })).toBe(4);
  expect(await local.trigger('double', { n: 3 })).toBe(6);
  expect(await local.trigger(handlers.hourly)).toBe('sent');
  await expect(local.trigger('doubel')).rejects.toThrow('This is no handler of the app');
});

test('what a handler throws is thrown, and one that takes too long is out of time', async () => {
  failing = 1;
  await expect(local.trigger('hourly')).rejects.toMatchObject({ name: 'TypeError', message: 'not yet' });
  await expect(local.trigger('slow')).rejects.toThrow('Task timed out after 1.00 seconds');
});

test('a clock that is moved runs what is due, and a failed event again as Lambda does', async () => {
  const before = (await local.mails()).length;
  failing = 1;
  await local.clock.tick(3_600_000);
  expect((await local.mails()).length).toBe(before);
  await local.clock.tick(60_000);
  expect((await local.mails()).length).toBe(before + 1);
  const runs = local.invocations().filter(({ cause }) => cause.by === 'schedule');
  expect(runs.map(({ attempt, outcome }) => [attempt, outcome?.failed])).toEqual([
    [1, true],
    [2, false],
  ]);
});

test('what a handler sends is known to come from its run', async () => {
  await fetch(`${local.url}/orders`, { method: 'POST' });
  await local.drain();
  const [order, work] = local.invocations().slice(-2);
  expect([order?.cause.what, work?.cause.what]).toEqual(['POST /orders', 'queue Jobs']);
  expect(work?.cause.after).toEqual([order?.id]);
  expect(work?.trace).toBe(order?.trace);
});

test('a parameter without a value is refused', async () => {
  await expect(startLocal(app)).rejects.toMatchObject({ problems: [{ code: 'PARAMETER_MISSING' }] });
});

test('a module without an app is refused', async () => {
  await expect(startLocal({ handlers })).rejects.toThrow('this exports 0');
});
