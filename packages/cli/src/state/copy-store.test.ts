import { expect, test } from 'vitest';
import { copyStore } from './copy-store.ts';
import { memoryStore } from './testing/memory-store.ts';

test('a journal and its files are copied to where there is none', async () => {
  const from = memoryStore('journal\n');
  const to = memoryStore();
  await from.files.write('code-1.zip', Buffer.from('zip'));
  expect(await copyStore(from, to)).toBe(true);
  expect([to.text, await to.files.names()]).toEqual(['journal\n', ['code-1.zip']]);
});

test.each([
  ['nothing to copy', undefined, undefined],
  ['a journal in its place', 'local\n', 'shared\n'],
])('with %s nothing is copied', async (_, local, shared) => {
  const to = memoryStore(shared);
  expect(await copyStore(memoryStore(local), to)).toBe(false);
  expect(to.text).toBe(shared);
});
