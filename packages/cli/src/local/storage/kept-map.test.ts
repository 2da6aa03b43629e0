import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KeptMap } from './kept-map.ts';

const path = () => join(mkdtempSync(join(tmpdir(), 'tankard-map-')), 'map.json');

test('what was set is there after a restart, in its order, and what was deleted is not', () => {
  const file = path();
  const before = new KeptMap<number>(file);
  before.set('b', 1);
  before.set('a', 2);
  before.set('c', 3);
  before.delete('b');
  expect(before.delete('b')).toBe(false);

  const after = new KeptMap<number>(file);
  expect(after.values()).toEqual([2, 3]);
  expect([after.get('a'), after.get('b')]).toEqual([2, undefined]);
});

test('a file that a kill left unfinished does not count', () => {
  const file = path();
  new KeptMap<number>(file).set('a', 1);
  writeFileSync(`${file}.new`, '[["a",');
  expect(new KeptMap<number>(file).get('a')).toBe(1);
});
