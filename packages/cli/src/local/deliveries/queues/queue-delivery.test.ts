import {
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runCommand } from '../../../testing/run-command.ts';
import { tempProject } from '../../../testing/temp-project.ts';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';
import { startLocal as startProcess } from '../../testing/local-process.ts';

const app = new App('sample');
const jobs = app.queue('Jobs', { visibility: 60, deadLetter: { maxReceives: 2 } });
const steps = app.queue('Steps', { fifo: true });
const letters = app.queue.existing('arn:aws:sqs:eu-central-1:111122223333:letters');
const seen: string[] = [];

const handlers = {
  work: app.onSqsMessage(jobs, { timeout: 10, filter: { body: { kind: ['job'] } } }, async (message) => {
    const { name } = JSON.parse(message.body);
    seen.push(`${name} ${message.receiveCount}`);
    if (name.startsWith('bad')) throw new Error('no');
  }),
  bury: app.onSqsMessage('sample-local-JobsDeadLetters', async (message) => {
    seen.push(`dead ${JSON.parse(message.body).name}`);
  }),
  step: app.onSqsMessage(steps, { batch: true }, async ({ messages }) => {
    seen.push(messages.map(({ body, groupId }) => `${groupId}${body}`).join(' '));
  }),
  read: app.onSqsMessage(letters, async (message) => {
    seen.push(`${message.body} from ${message.queueArn}`);
  }),
  urls: app.route('GET /urls', async () => ({ jobs: jobs.url, letters: letters.url })),
};

let local: LocalTestApp;
let sqs: SQSClient;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
  sqs = new SQSClient({});
});
beforeEach(() => {
  seen.length = 0;
});
afterAll(async () => {
  sqs.destroy();
  await local.close();
});

const job = (name: string) => JSON.stringify({ kind: 'job', name });

test('the messages of a queue are handled one by one, and what fails comes again and ends in the dead letters', async () => {
  const Entries = ['a', 'bad', 'b'].map((name) => ({ Id: name, MessageBody: job(name) }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: jobs.url, Entries }));
  await sqs.send(new SendMessageCommand({ QueueUrl: jobs.url, MessageBody: '{"kind":"other"}' }));
  await local.drain();
  expect(seen).toEqual(['a 1', 'bad 1', 'b 1']);
  await local.clock.tick(61_000);
  expect(seen.slice(3)).toEqual(['bad 2']);
  await local.clock.tick(61_000);
  expect(seen.slice(4)).toEqual(['dead bad']);
  expect(local.invocations().at(-1)?.cause).toMatchObject({
    by: 'sqs',
    what: 'queue sample-local-JobsDeadLetters',
  });
});

test('the messages of a FIFO queue come in the order of their groups', async () => {
  for (const [MessageGroupId, MessageBody] of [
    ['a', '1'],
    ['a', '2'],
    ['b', '1'],
  ] as const) {
    const MessageDeduplicationId = MessageGroupId + MessageBody;
    await sqs.send(
      new SendMessageCommand({ QueueUrl: steps.url, MessageBody, MessageGroupId, MessageDeduplicationId }),
    );
  }
  await local.drain();
  expect(
    seen
      .join(' ')
      .split(' ')
      .filter((one) => one.startsWith('a')),
  ).toEqual(['a1', 'a2']);
  expect(seen.join(' ')).toContain('b1');
});

test('a queue that exists already is here, under its own ARN', async () => {
  expect(letters.url).toBe(`${local.engines.endpoint}/111122223333/letters`);
  await sqs.send(new SendMessageCommand({ QueueUrl: letters.url, MessageBody: 'dear' }));
  await local.drain();
  expect(seen).toEqual(['dear from arn:aws:sqs:eu-central-1:111122223333:letters']);
});

const PROJECT = `import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { App } from '@tankard/framework';
export const app = new App('sample');
const jobs = app.queue('Jobs');
const kept = app.queue('Kept');
const sqs = new SQSClient({});
export const post = app.route('POST /{queue}', async (req) => {
  const QueueUrl = req.params.queue === 'kept' ? kept.url : jobs.url;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'hello' }));
  return QueueUrl;
});
export const work = app.onSqsMessage(jobs, async (message) => { app.log.info('worked on ' + message.body); });
`;

test('tankard local hands over what a function sends, and has after a kill what nobody took', async () => {
  const project = await tempProject({ 'src/app.ts': PROJECT });
  const post = (url: string, queue: string) => fetch(`${url}/${queue}`, { method: 'POST' });
  const first = await startProcess(project);
  expect(first.output()).not.toContain('Not delivered');
  expect((await post(first.url, 'jobs')).status).toBe(200);
  await expect.poll(first.output).toMatch(/queue Jobs → work done/);
  expect(first.output()).toContain('worked on hello');
  const { invocations } = JSON.parse(
    (await runCommand(project, 'local', 'invocations', '--json')).stdout,
  ) as { invocations: readonly { id: string; function: string; cause: { after: string[] } }[] };
  const [posted, worked] = ['api', 'work'].map((name) => invocations.find((one) => one.function === name));
  expect(worked?.cause.after).toEqual([posted?.id]);
  const QueueUrl = await (await post(first.url, 'kept')).text();
  await first.end('SIGKILL');

  const second = await startProcess(project);
  const client = new SQSClient({
    endpoint: second.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages).toMatchObject([{ Body: 'hello' }]);
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  client.destroy();
});
