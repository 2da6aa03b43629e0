import type { QueueDeclaration, ResourceDeclaration } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { buildGraph } from './build-graph.ts';
import { graphOf, handler, inputOf, manifestOf } from './testing/given.ts';

const queue = (name: string, parts: Partial<QueueDeclaration> = {}): QueueDeclaration => ({
  kind: 'queue',
  name,
  fifo: false,
  place: { file: 'src/app.ts', line: 7 },
  ...parts,
});
const codesOf = async (work: () => unknown) => (await problemsOf(work)).map(({ code }) => code);

test('a queue that is called as one that is made for another is refused, with both places', async () => {
  const resources = [queue('Jobs', { deadLetter: { maxReceives: 3 } }), queue('JobsDeadLetters')];
  const problems = await problemsOf(() => graphOf([], resources));
  expect(problems).toMatchObject([
    {
      code: 'NAME_TAKEN',
      message:
        "The queue 'JobsDeadLetters' and the queue 'JobsDeadLetters' (src/app.ts:7) would have one name in AWS.",
      place: { file: 'src/app.ts', line: 7 },
    },
  ]);
});

test('two buckets that differ only in their case would be one bucket', async () => {
  const resources: ResourceDeclaration[] = [
    { kind: 'bucket', name: 'Files' },
    { kind: 'bucket', name: 'files' },
  ];
  expect(await codesOf(() => graphOf([], resources))).toEqual(['NAME_TAKEN']);
});

test('two existing resources whose names would be one parameter are refused', async () => {
  const resources: ResourceDeclaration[] = [
    { kind: 'table', name: 'a-b', existing: 'a-b', indexes: [] },
    { kind: 'table', name: 'a_b', existing: 'a_b', indexes: [] },
  ];
  expect(new Set(await codesOf(() => graphOf([], resources)))).toEqual(new Set(['NAME_TAKEN']));
});

test('a policy that ten managed policies do not hold is refused', async () => {
  const resources = Array.from(
    { length: 1000 },
    (_, index) => `arn:aws:s3:::${'long-'.repeat(12)}${index}/*`,
  );
  const input = inputOf(manifestOf({ handlers: [handler('send', { source: 'lambda' })] }));
  const statements = new Map([['send', [{ actions: ['s3:GetObject'], resources, because: [] }]]]);
  expect(await codesOf(() => buildGraph({ ...input, statements }))).toEqual(['POLICY_TOO_LARGE']);
});

test('a function that nothing was built for is a mistake of ours', () => {
  const input = inputOf(manifestOf({ handlers: [handler('send', { source: 'lambda' })] }));
  expect(() => buildGraph({ ...input, artifacts: [] })).toThrow("Nothing was built for the function 'send'.");
});
