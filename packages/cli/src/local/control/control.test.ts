import { TankardError } from '@tankard/framework/errors';
import { expect, test } from 'vitest';
import { problem } from '../../errors/problem.ts';
import type { AwsRequest } from '../endpoint/message.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { createRecord } from '../invocations/record.ts';
import type { LocalApp } from '../session/local-app.ts';
import { createLocalTime } from '../time/local-time.ts';
import { answerControl, type Controlled } from './control.ts';

const ran: Invocation = {
  id: 'abc-1',
  requestId: 'abc-1',
  trace: 'abc-1',
  attempt: 1,
  function: 'hourly',
  cause: { by: 'request', what: 'hourly', after: [] },
  event: '{}',
  began: '2026-11-25T10:00:00.000Z',
  log: [],
  outcome: { failed: false, payload: '{"sent":1}', duration: 5 },
};
const built = {
  manifest: { handlers: [{ name: 'hourly' }] },
  functions: [{ name: 'api' }],
  gateway: { api: 'http' },
} as unknown as LocalApp;
const calls: unknown[][] = [];
const app: Controlled['app'] = {
  current: async () => built,
  trigger: async (...given) => {
    calls.push(given);
    return ran;
  },
  replay: async (...given) => {
    calls.push(given);
    return ran;
  },
  invoke: async (...given) => {
    calls.push(given);
    return { requestId: '1', payload: '{"batchItemFailures":[]}', failed: false, duration: 1 };
  },
  drain: async () => {},
  record: createRecord([ran, { ...ran, id: 'abd-1' }]),
};

async function ask(
  method: string,
  path: string,
  { body = '', headers = { 'x-tankard-control': '1' }, over = {} as Partial<Controlled['app']> } = {},
) {
  const request: AwsRequest = {
    method,
    host: '127.0.0.1',
    path: `/_tankard/${path}`,
    query: new URLSearchParams(),
    headers,
    body: Buffer.from(body),
  };
  const controlled = { app: { ...app, ...over }, time: createLocalTime() };
  const answered = await answerControl(request, controlled);
  return [answered.status, JSON.parse(String(answered.body))];
}

const answer = { id: 'abc-1', function: 'hourly', failed: false, duration: 5, result: { sent: 1 } };

test('a handler is run, with an event or without, and its result given', async () => {
  expect(await ask('POST', 'trigger/hourly')).toEqual([200, answer]);
  expect(await ask('POST', 'trigger/api', { body: '{"a":1}' })).toEqual([200, answer]);
  expect(calls.splice(0)).toEqual([
    ['hourly', undefined],
    ['api', '{"a":1}'],
  ]);
});

test('an unknown handler is answered with those that there are', async () => {
  expect(await ask('POST', 'trigger/daily')).toEqual([404, { known: ['hourly', 'api'] }]);
});

test('an app that can not be built says what is wrong', async () => {
  const wrong = problem('APP_NOT_FOUND', { message: 'No app.', remedy: 'Write it.' });
  const over = { current: () => Promise.reject(new TankardError([wrong])) };
  expect(await ask('POST', 'trigger/hourly', { over })).toEqual([409, { problems: [wrong] }]);
});

test('invocations are listed, and one is found by the beginning of its id where no other has it', async () => {
  const [, { invocations }] = await ask('GET', 'invocations');
  expect(invocations.map(({ id, failed }: { id: string; failed: boolean }) => [id, failed])).toEqual([
    ['abc-1', false],
    ['abd-1', false],
  ]);
  expect(await ask('GET', 'invocations/abc')).toEqual([200, JSON.parse(JSON.stringify(ran))]);
  expect(await ask('GET', 'invocations/ab')).toEqual([404, { known: [] }]);
});

test('an invocation is run again', async () => {
  expect(await ask('POST', 'replay/abc')).toEqual([200, answer]);
  expect(calls.splice(0)).toEqual([[ran, undefined]]);
  expect(await ask('POST', 'replay/xyz')).toEqual([404, { known: [] }]);
});

test('what a function in another engine hands over is run, and its answer given back', async () => {
  expect(await ask('POST', 'relay/hourly', { body: '{"a":1}' })).toEqual([
    200,
    { failed: false, result: { batchItemFailures: [] } },
  ]);
  expect(calls.splice(0)).toMatchObject([[{ function: 'hourly', event: '{"a":1}' }]]);
});

test('the clock is moved and told', async () => {
  const [, { now }] = await ask('POST', 'clock/0');
  const [, later] = await ask('POST', 'clock/7200000');
  // Each request here has a clock of its own, which begins at the machine's time.
  expect(Math.round((Date.parse(later.now) - Date.parse(now)) / 3_600_000)).toBe(2);
});

test('a session says who it is', async () => {
  expect(await ask('GET', 'session')).toEqual([200, { pid: process.pid }]);
});

test('a request without our header, as a web page could send it, is refused', async () => {
  const [status] = await ask('POST', 'trigger/hourly', { headers: { 'x-tankard-control': '' } });
  expect(status).toBe(403);
});
