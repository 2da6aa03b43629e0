import { TankardError } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { problem } from '../../errors/problem.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import type { AwsRequest } from '../endpoint/message.ts';
import { answerControl, type Controls } from './control.ts';

const hourly: LocalSchedule = {
  name: 'hourly',
  function: 'hourly',
  expression: 'rate(1 hour)',
  via: 'scheduler',
  arn: 'arn',
};
const controls: Controls = {
  facts: () => ({ pid: 7 }),
  schedules: async () => [hourly],
  trigger: async () => ({ requestId: '1', payload: '{"sent":1}', failed: false, duration: 5 }),
};

async function ask(
  method: string,
  path: string,
  over: Partial<Controls> = {},
  headers = { 'x-tankard-control': '1' },
) {
  const request: AwsRequest = {
    method,
    host: '127.0.0.1',
    path: `/_tankard/${path}`,
    query: new URLSearchParams(),
    headers,
    body: Buffer.alloc(0),
  };
  const { status, body } = await answerControl(request, { ...controls, ...over });
  return [status, JSON.parse(String(body))];
}

test('a schedule is run and its result given', async () => {
  expect(await ask('POST', 'trigger/hourly')).toEqual([
    200,
    { schedule: 'hourly', failed: false, duration: 5, result: { sent: 1 } },
  ]);
});

test('an unknown schedule is answered with those that there are', async () => {
  expect(await ask('POST', 'trigger/daily')).toEqual([404, { schedules: ['hourly'] }]);
});

test('an app that can not be built says what is wrong', async () => {
  const wrong = problem('APP_NOT_FOUND', { message: 'No app.', remedy: 'Write it.' });
  const over = { schedules: () => Promise.reject(new TankardError([wrong])) };
  expect(await ask('POST', 'trigger/hourly', over)).toEqual([409, { problems: [wrong] }]);
});

test('a session says who it is', async () => {
  expect(await ask('GET', 'session')).toEqual([200, { pid: 7 }]);
});

test('a request without our header, as a web page could send it, is refused', async () => {
  const [status] = await ask('POST', 'trigger/hourly', {}, { 'x-tankard-control': '' });
  expect(status).toBe(403);
});
