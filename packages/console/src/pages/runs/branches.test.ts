import { expect, test } from 'vitest';
import type { ShownInvocation } from '../../shown.ts';
import { type Branch, branchesOf } from './branches.ts';

const run = (id: string, ...after: string[]) => ({ id, after }) as unknown as ShownInvocation;
const ids = (branches: readonly Branch[]): unknown[] =>
  branches.map(({ run: { id }, below }) => (below.length === 0 ? id : [id, ids(below)]));

test('each run stands below the one that led to it, the last where there were several', () => {
  const runs = [run('a'), run('b', 'a'), run('c', 'a', 'b'), run('d', 'a')];
  expect(ids(branchesOf(runs))).toEqual([['a', [['b', ['c']], 'd']]]);
});

test('one whose cause is no longer known stands for itself', () => {
  expect(ids(branchesOf([run('b', 'gone'), run('c', 'b')]))).toEqual([['b', ['c']]]);
});
