import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../../testing/run-command.ts';
import { tempProject } from '../../../testing/temp-project.ts';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';
import { startLocal as startProcess } from '../../testing/local-process.ts';

const app = new App('sample');
const news = app.topic('News');
const orders = app.topic('Orders', { fifo: true });
const alarms = app.topic.existing('arn:aws:sns:eu-central-1:111122223333:alarms');
const copies = app.queue('Copies', { from: news, filter: { kind: ['weather'] } });
const bare = app.queue('Bare', { from: news, raw: true });
const ordered = app.queue('Ordered', { from: orders, fifo: true, raw: true });
const seen: string[] = [];
let failing = 0;

const handlers = {
  read: app.onSnsMessage(news, { filter: { kind: ['sport'] } }, async (message) => {
    if (failing-- > 0) throw new Error('not yet');
    seen.push(`read ${message.subject}: ${message.message} ${message.attributes.kind}`);
  }),
  copy: app.onSqsMessage(copies, async (message) => {
    seen.push(`copied ${JSON.parse(message.body).Message}`);
  }),
  keep: app.onSqsMessage(bare, async (message) => {
    seen.push(`kept ${message.body} ${message.messageAttributes.kind?.stringValue}`);
  }),
  order: app.onSqsMessage(ordered, async (message) => {
    seen.push(`${message.groupId} ${message.body}`);
  }),
  alarm: app.onSnsMessage(alarms, async (message) => {
    seen.push(`alarm ${message.message} of ${message.topicArn}`);
  }),
  // Names the topics, so that their ARNs are in the environment.
  arns: app.route('GET /', async () => [news.arn, orders.arn, alarms.arn]),
};

let local: LocalTestApp;
let sns: SNSClient;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
  sns = new SNSClient({});
});
beforeEach(() => {
  seen.length = 0;
});
afterAll(async () => {
  sns.destroy();
  await local.close();
});

const publish = (Message: string, kind: string, Subject?: string) => {
  const MessageAttributes = { kind: { DataType: 'String', StringValue: kind } };
  return sns.send(new PublishCommand({ TopicArn: news.arn, Message, Subject, MessageAttributes }));
};

test('a message reaches the functions and queues whose filters take it, in an envelope or raw', async () => {
  await publish('goal', 'sport', 'Late');
  await publish('rain', 'weather');
  await local.drain();
  expect([...seen].sort()).toEqual([
    'copied rain',
    'kept goal sport',
    'kept rain weather',
    'read Late: goal sport',
  ]);
});

test('a function that fails is called again as Lambda does it', async () => {
  failing = 1;
  await publish('again', 'sport', 'Twice');
  await local.drain();
  expect(seen).toEqual(['kept again sport']);
  await local.clock.tick(60_000);
  expect(seen).toContain('read Twice: again sport');
});

test('a FIFO topic feeds a FIFO queue in order', async () => {
  for (const Message of ['1', '2', '3']) {
    const input = { TopicArn: orders.arn, Message, MessageGroupId: 'a', MessageDeduplicationId: Message };
    await sns.send(new PublishCommand(input));
  }
  await local.drain();
  expect(seen).toEqual(['a 1', 'a 2', 'a 3']);
});

test('a topic that exists already is here, under its own ARN', async () => {
  expect(alarms.arn).toBe('arn:aws:sns:eu-central-1:111122223333:alarms');
  await sns.send(new PublishCommand({ TopicArn: alarms.arn, Message: 'fire' }));
  await local.drain();
  expect(seen).toEqual(['alarm fire of arn:aws:sns:eu-central-1:111122223333:alarms']);
});

const PROJECT = `import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { App } from '@tankard/framework';
export const app = new App('sample');
const news = app.topic('News');
const copies = app.queue('Copies', { from: news });
const sns = new SNSClient({});
export const post = app.route('POST /', async () => {
  await sns.send(new PublishCommand({ TopicArn: news.arn, Message: 'hello' }));
  return 'sent';
});
export const copy = app.onSqsMessage(copies, async (message) => { app.log.info('copied ' + JSON.parse(message.body).Message); });
export const read = app.onSnsMessage(news, async (message) => { app.log.info('read ' + message.message); });
`;

test('tankard local hands over what a function publishes, and knows the way that it took', async () => {
  const project = await tempProject({ 'src/app.ts': PROJECT });
  const running = await startProcess(project);
  expect((await fetch(running.url, { method: 'POST' })).status).toBe(200);
  await expect.poll(running.output).toMatch(/queue Copies → copy done/);
  await expect.poll(running.output).toMatch(/topic News → read done/);
  const { invocations } = JSON.parse(
    (await runCommand(project, 'local', 'invocations', '--json')).stdout,
  ) as { invocations: readonly { id: string; function: string; cause: { after: string[] } }[] };
  const find = (name: string) => invocations.find((one) => one.function === name);
  const posted = find('api')?.id;
  expect([find('copy')?.cause.after, find('read')?.cause.after]).toEqual([[posted], [posted]]);
});
