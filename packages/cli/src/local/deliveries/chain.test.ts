import { expect, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import type { Answers } from '../control/answers.ts';
import { CONTROL_PATH } from '../endpoint/control-path.ts';
import { CONTROL_HEADER } from '../session/session-file.ts';
import { startLocal } from '../testing/local-process.ts';

const APP = `import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { App } from '@tankard/framework';

export const app = new App('shop');
const files = app.bucket('Files');
const events = new EventBridgeClient({});
const s3 = new S3Client({});
const lambda = new LambdaClient({});
const scheduler = new SchedulerClient({});

export const order = app.route('POST /orders/{id}', async (req) => {
  const Entries = [{ Source: 'shop', DetailType: 'Ordered', Detail: JSON.stringify(req.params) }];
  return events.send(new PutEventsCommand({ Entries })).then(({ FailedEntryCount }) => ({ FailedEntryCount }));
});
export const ordered = app.onEvent({ source: ['shop'] }, async (event) => {
  const { id } = event.detail as { id: string };
  await s3.send(new PutObjectCommand({ Bucket: files.name, Key: 'orders/' + id, Body: 'x' }));
});
export const stored = app.onS3Event(files, { prefix: 'orders/' }, async (event) => {
  const Payload = JSON.stringify({ key: event.key });
  await lambda.send(new InvokeCommand({ FunctionName: 'shop-local-remind', Payload }));
});
const passRole = { actions: ['iam:PassRole'], resources: ['arn:aws:iam::000000000000:role/scheduler'] };
export const remind = app.lambda({ permissions: [passRole] }, async (event: { key: string; again?: boolean }) => {
  if (event.again) return 'reminded';
  const at = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
  await scheduler.send(new CreateScheduleCommand({
    Name: 'again',
    ScheduleExpression: 'at(' + at + ')',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:aws:lambda:' + process.env.AWS_REGION + ':000000000000:function:shop-local-remind',
      RoleArn: 'arn:aws:iam::000000000000:role/scheduler',
      Input: JSON.stringify({ key: event.key, again: true }),
    },
  }));
});
`;

test('a request leads over a bus, a bucket, a call and a schedule to the last function, in one trace and with derived permissions', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project, '--enforce-permissions');
  const answer = await fetch(`${local.url}/orders/7`, { method: 'POST' });
  expect(await answer.json()).toEqual({ FailedEntryCount: 0 });

  const ask = async (method: string, path: string) => {
    const headers = { [CONTROL_HEADER]: '1' };
    return (await fetch(local.endpoint + CONTROL_PATH + path, { method, headers })).json();
  };
  await ask('POST', 'drain');
  await ask('POST', 'clock/7200000');
  const { invocations: all } = (await ask('GET', 'invocations')) as Answers['invocations'];
  expect(all.map((run) => [run.function, run.cause.what, run.failed])).toEqual([
    ['api', 'POST /orders/7', false],
    ['ordered', 'event Ordered', false],
    ['stored', 'bucket Files', false],
    ['remind', 'function stored', false],
    ['remind', 'schedule again', false],
  ]);
  expect(new Set(all.map(({ trace }) => trace)).size).toBe(1);
}, 60_000);
