import { expect, test } from 'vitest';
import { namesOf } from '../graph/names.ts';
import { ownPrefix } from './own-prefix.ts';

const long = 'a'.repeat(32);

test.each([
  ['shop', 'dev'],
  [long, 'dev'],
  [long, 'b'.repeat(60)],
])('every queue of %s in %s begins with the prefix, cut or not', (app, stage) => {
  const names = namesOf(app, stage);
  for (const name of ['Jobs', 'x'.repeat(90), '_']) {
    expect(names.of('queue', name, '.fifo').startsWith(ownPrefix({ app, stage }, 80))).toBe(true);
  }
});
