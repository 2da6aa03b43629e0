import { expect, test } from 'vitest';
import { problem } from '../../errors/problem.ts';
import { createFeed } from './feed.ts';
import type { Happening } from './happening.ts';

test('who listens later is told, too, and knows what stopped the last build until one succeeds', () => {
  const first: string[] = [];
  const later: string[] = [];
  const feed = createFeed(({ kind }) => first.push(kind));
  const wrong = problem('APP_NOT_FOUND', { message: 'No app.', remedy: 'Write it.' });
  feed.tell({ kind: 'build-failed', problems: [wrong] });
  feed.onTell(({ kind }) => later.push(kind));
  expect(feed.problems()).toEqual([wrong]);
  feed.tell({ kind: 'rebuilt' } as Happening);
  expect(feed.problems()).toEqual([]);
  expect([first, later]).toEqual([['build-failed', 'rebuilt'], ['rebuilt']]);
});
