import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const program = join(import.meta.dirname, '../fixtures/web-types/invoke-all.ts');

/** What of Node's web and HTTP stack a process of its own loads to answer these routes. */
function loadedFor(...routes: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...routes], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

// Each costs some 45 ms of a cold start.
test('neither a route nor a record loads the web types or node:http', () => {
  expect(loadedFor('POST /users/{id}', 'GET /bytes', '$default', 'GET /unknown')).toEqual([]);
});

test('a handler that makes a Response loads them itself', () => {
  expect(loadedFor('GET /web')).toContain('NativeModule internal/deps/undici/undici');
});
