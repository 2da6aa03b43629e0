import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import type { LocalFunction } from '../workers/local-function.ts';
import { createFunctionPools } from './function-pools.ts';

async function functions(): Promise<LocalFunction> {
  const folder = await mkdtemp(join(tmpdir(), 'tankard-pools-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'index.js'), 'exports.handler = async () => process.pid;');
  return {
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
    logGroup: '/aws/lambda/demo',
    logLevel: 'INFO',
  };
}

const event = () => ({ payload: '{}', requestId: randomUUID(), invocation: 'one' });

test('a function that did not change keeps its process, one that did gets another', async () => {
  const spec = await functions();
  const pools = createFunctionPools(createCallers(), () => {});
  onTestFinished(() => pools.close());
  const pid = async () => (await pools.invoke('demo', event())).payload;

  expect(pools.update([spec])).toEqual(['demo']);
  const first = await pid();
  expect(pools.update([{ ...spec }])).toEqual([]);
  expect(await pid()).toBe(first);
  expect(pools.update([{ ...spec, environment: { A: '1' } }])).toEqual(['demo']);
  expect(await pid()).not.toBe(first);
});

test('a function that is gone can not be called', async () => {
  const pools = createFunctionPools(createCallers(), () => {});
  pools.update([await functions()]);
  pools.update([]);
  await expect(pools.invoke('demo', event())).rejects.toThrow("There is no function 'demo'.");
});
