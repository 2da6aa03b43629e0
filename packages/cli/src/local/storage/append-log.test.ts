import { appendFileSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from './append-log.ts';

type Entry = readonly [name: string, value: string | null];

function openMap(path: string) {
  const map = new Map<string, string>();
  const apply = ([name, value]: Entry) => (value === null ? map.delete(name) : map.set(name, value));
  const log = openLog<Entry>({ path, read: apply, snapshot: () => map });
  const set = (...entry: Entry) => {
    apply(entry);
    log.append(entry);
  };
  return { map, set, close: log.close };
}

const path = () => join(mkdtempSync(join(tmpdir(), 'tankard-log-')), 'map.jsonl');

test('what was written is there again, and what counts no more is dropped at the next start', () => {
  const file = path();
  const first = openMap(file);
  first.set('a', '1');
  first.set('b', '2');
  first.set('a', null);
  first.close();
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);

  const second = openMap(file);
  expect([...second.map]).toEqual([['b', '2']]);
  expect(readFileSync(file, 'utf8')).toBe('["b","2"]\n');
  second.close();
});

test('a line that a kill cut short counts as not written', () => {
  const file = path();
  const first = openMap(file);
  first.set('a', '1');
  first.close();
  appendFileSync(file, '["b",');
  const second = openMap(file);
  second.set('c', '3');
  second.close();
  expect([...openMap(file).map.keys()]).toEqual(['a', 'c']);
});

test('a file that has grown is written anew without what counts no more', () => {
  const file = path();
  const log = openMap(file);
  const large = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 20; count++) log.set('a', `${count}${large}`);
  expect(statSync(file).size).toBeLessThan(6 * 1024 * 1024);
  log.close();
  expect(openMap(file).map.get('a')).toBe(`19${large}`);
});
