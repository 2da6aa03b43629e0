import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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

describe('the process that starts ahead of a build', () => {
  /** The function as it would be built next, which tells of its process. */
  async function rebuilt(spec: LocalFunction): Promise<LocalFunction> {
    const { folder } = await functions();
    const asked = '[process.pid, process.cwd(), process.env.LAMBDA_TASK_ROOT, process.env.A]';
    await writeFile(join(folder, 'index.js'), `exports.handler = async () => ${asked};`);
    return { ...spec, folder };
  }

  async function changed(before: LocalFunction, after: LocalFunction, expects = true) {
    const callers = createCallers();
    const came: string[] = [];
    const left: string[] = [];
    const pools = createFunctionPools(
      {
        ...callers,
        admit: (name) => {
          came.push(name);
          const identity = callers.admit(name);
          return { ...identity, leave: () => left.push(name) && identity.leave() };
        },
      },
      () => {},
    );
    onTestFinished(() => pools.close());
    pools.update([before]);
    await pools.invoke('demo', event());
    if (expects) for (let twice = 0; twice < 2; twice++) pools.expectUpdate();
    const invoke = async () => JSON.parse((await pools.invoke('demo', event())).payload);
    return { came, left, invoke, update: (specs = [after]) => pools.update(specs) };
  }

  test('runs the new code of the function that ran last', async () => {
    const before = await functions();
    const after = await rebuilt(before);
    const { invoke, update, left } = await changed(before, after);
    update();
    const [, cwd, root] = await invoke();
    expect({ cwd, root }).toEqual({ cwd: after.folder, root: after.folder });
    // The process of the code before, and not the one that was ahead.
    await expect.poll(() => left, { timeout: 10_000 }).toEqual(['demo']);
  });

  test('gives way to another where more than the code has changed', async () => {
    const before = await functions();
    const after = await rebuilt({ ...before, environment: { A: '1' } });
    const { invoke, update, left } = await changed(before, after);
    update();
    expect((await invoke())[3]).toBe('1');
    await expect.poll(() => left, { timeout: 10_000 }).toEqual(['demo', 'demo']);
  });

  test('takes one event at a time, as every process does', async () => {
    const before = await functions();
    const after = await rebuilt(before);
    const { invoke, update } = await changed(before, after);
    update();
    const [one, other] = await Promise.all([invoke(), invoke()]);
    expect(one[0]).not.toBe(other[0]);
  });

  test('stays for the next build where this one brings nothing new', async () => {
    const before = await functions();
    const after = await rebuilt(before);
    const { invoke, update, came, left } = await changed(before, after);
    update([before]);
    update();
    expect((await invoke())[1]).toBe(after.folder);
    expect(came).toHaveLength(2);
    await expect.poll(() => left, { timeout: 10_000 }).toEqual(['demo']);
  });

  test('ends where its function is gone', async () => {
    const before = await functions();
    const { update, left } = await changed(before, before);
    update([]);
    await expect.poll(() => left, { timeout: 10_000 }).toEqual(['demo', 'demo']);
  });

  test('is there before anything changes, when the function has not run for a while', async () => {
    const before = await functions();
    const after = await rebuilt(before);
    const { invoke, update, came } = await changed(before, after, false);
    await expect.poll(() => came, { timeout: 10_000 }).toEqual(['demo', 'demo']);
    update();
    expect((await invoke())[1]).toBe(after.folder);
    expect(came).toHaveLength(2);
  });
});

test('a function that is gone can not be called', async () => {
  const pools = createFunctionPools(createCallers(), () => {});
  pools.update([await functions()]);
  pools.update([]);
  await expect(pools.invoke('demo', event())).rejects.toThrow("There is no function 'demo'.");
});
