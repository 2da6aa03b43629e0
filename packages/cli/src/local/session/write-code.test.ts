import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import type { BuiltFunction } from '../../build/bundle/built-function.ts';
import { codeFolder, removeOldCode, writeCode } from './write-code.ts';

const built = (name: string, digest: string, code: string): BuiltFunction => ({
  function: name,
  handler: 'index.handler',
  format: 'cjs',
  entries: [
    { name: 'index.js', content: Buffer.from(code), mode: 0o644 },
    { name: 'assets/a.txt', content: Buffer.from('asset'), mode: 0o644 },
  ],
  map: '{}',
  bytes: code.length,
  digest,
});

test('code is CommonJS even in a project of ES modules, and old code goes', async () => {
  const project = await mkdtemp(join(tmpdir(), 'tankard-code-'));
  onTestFinished(() => rm(project, { recursive: true }));
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  const root = join(project, 'functions');
  const before = built('a', '1111111111111111', 'console.log(1)');
  const after = built(
    'a',
    '2222222222222222',
    "console.log(require('node:fs').readFileSync(__dirname + '/assets/a.txt', 'utf8'))",
  );
  writeCode(root, [before]);
  writeCode(root, [before, after]);
  const { stdout } = await promisify(execFile)(process.execPath, [join(codeFolder(root, after), 'index.js')]);
  expect(stdout).toBe('asset\n');

  await mkdir(join(root, 'half.123'));
  await removeOldCode(root, [codeFolder(root, after)]);
  expect((await readdir(root)).sort()).toEqual(['a-222222222222', 'package.json']);
});
