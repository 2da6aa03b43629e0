import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'tankard-make-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a folder is made with those above it, and may be there already', async () => {
  const deep = join(folder, 'a/b/c');
  await makeFolder(deep);
  await makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test('a file in the way is told', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(makeFolder(join(folder, 'file'))).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(folder, 'file/below/it'))).rejects.toThrow('ENOTDIR');
});

test('a file system that takes no folders is told, where Node would try for ever', async () => {
  await expect(makeFolder('/proc/tankard/dist')).rejects.toThrow('mkdir');
});
