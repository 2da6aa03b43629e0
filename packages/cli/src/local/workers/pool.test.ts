import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import { createPool, type Pool } from './pool.ts';

let folder: string;
let pool: Pool;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tankard-pool-'));
});

afterEach(async () => {
  await pool.close(false);
  await rm(folder, { recursive: true });
});

async function poolOf(code: string, concurrency?: number): Promise<Pool> {
  await writeFile(join(folder, 'index.js'), code);
  pool = createPool(
    {
      name: 'demo',
      physicalName: 'demo',
      arn: 'arn:aws:lambda:us-east-1:000000000000:function:demo',
      folder,
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      architecture: 'arm64',
      memory: 128,
      timeout: 10,
      environment: {},
      concurrency,
      logGroup: '/aws/lambda/demo',
      logLevel: 'INFO',
    },
    () => {},
    createCallers(),
  );
  return pool;
}

const eventOf = (payload: string) => ({ payload, requestId: randomUUID(), invocation: 'one' });

const pids = async (events: number) => {
  const results = await Promise.all(Array.from({ length: events }, () => pool.invoke(eventOf('{}'))));
  return new Set(results.map(({ payload }) => payload));
};

const WAITS = 'exports.handler = () => new Promise((done) => setTimeout(() => done(process.pid), 100));';

test('two events at once get a process each', async () => {
  await poolOf(WAITS);
  expect((await pids(2)).size).toBe(2);
});

test('events wait for the one process where only one is allowed', async () => {
  await poolOf(WAITS, 1);
  expect((await pids(3)).size).toBe(1);
});

test('a process that ended is replaced by the next event', async () => {
  await poolOf('exports.handler = ({ exit }) => exit ? process.exit(1) : process.pid;');
  const first = await pool.invoke(eventOf('{}'));
  expect((await pool.invoke(eventOf('{"exit":true}'))).failed).toBe(true);
  const second = await pool.invoke(eventOf('{}'));
  expect(second.failed).toBe(false);
  expect(second.payload).not.toBe(first.payload);
});

test('closing gently lets an event that runs come to its end', async () => {
  await poolOf(WAITS);
  const result = pool.invoke(eventOf('{}'));
  await pool.close(true);
  expect((await result).failed).toBe(false);
});

test('a function with a reserved concurrency of 0 is never run', async () => {
  await poolOf(WAITS, 0);
  expect(JSON.parse((await pool.invoke(eventOf('{}'))).payload)).toMatchObject({
    errorType: 'TooManyRequestsException',
  });
});
