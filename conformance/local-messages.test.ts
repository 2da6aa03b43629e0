import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Engines, startEngines } from '@tankard/cli/local';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from './engines/engine.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { installed } from './environment.ts';
import { ALLOWED_DIFFERENCES } from './messages/allowed-differences.ts';
import { openDesk } from './messages/desk.ts';
import { QUEUE_CASES } from './messages/queue-cases.ts';
import { TOPIC_CASES } from './messages/topic-cases.ts';

const ALL = [
  ...QUEUE_CASES.map((one) => ['SQS', one] as const),
  ...TOPIC_CASES.map((one) => ['SNS', one] as const),
];

let engines: Engines;
let ministack: MiniStack;
let here: Engine;
beforeAll(async () => {
  engines = await startEngines();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const { endpoint } = engines;
  here = { endpoint, client: { endpoint, region: 'us-east-1', credentials } };
  ministack = await startMiniStack();
});
afterAll(async () => {
  await engines?.close();
  await ministack?.stop();
});

test('boto3 sends and receives by it', async () => {
  const python = join(installed('VALIDATORS'), 'bin', 'python');
  const script = join(import.meta.dirname, 'python', 'send_and_receive.py');
  const { stdout } = await promisify(execFile)(python, [script, here.endpoint]);
  expect(JSON.parse(stdout)).toEqual({
    body: 'grüße <&>',
    attributes: ['kind'],
    group: 'a',
    published: ['raw'],
    refused: ['AWS.SimpleQueueService.NonExistentQueue', 'NotFound'],
  });
});

describe.each(ALL)('%s', (service, { does, page, run, gives }) => {
  test(`${does} (${page})`, async () => {
    expect(await run(openDesk(here, 'here'))).toEqual(gives);
  });
  test(`MiniStack: ${does}`, async () => {
    const expected = ALLOWED_DIFFERENCES[`${service} ${does}`]?.gives ?? gives;
    const outcome = await run(openDesk(ministack, 'there')).catch((error: Error) => error.name);
    expect(outcome).toEqual(expected);
  });
});
