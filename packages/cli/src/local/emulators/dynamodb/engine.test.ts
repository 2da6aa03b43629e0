import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { problemsOf } from '../../../testing/problems-of.ts';
import { startDynoxide } from './engine.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tankard-engine-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('data that the engine can not read is said, with what the engine says', async () => {
  const data = await folder();
  await writeFile(
    join(data, 'dynamodb.sqlite'),
    'this is no database at all, and long enough to be looked at. '.repeat(100),
  );
  const [problem] = await problemsOf(() => startDynoxide(data));
  expect(problem?.code).toBe('LOCAL_DYNAMODB_FAILED');
  expect(problem?.message).toMatch(/database/);
});

test('a machine that no engine is made for is told how to use another', async () => {
  const data = await folder();
  const [problem] = await problemsOf(() => startDynoxide(data, ''));
  expect(problem).toMatchObject({
    code: 'LOCAL_DYNAMODB_MISSING',
    remedy: expect.stringContaining('TANKARD_DYNAMODB_URL'),
  });
});
