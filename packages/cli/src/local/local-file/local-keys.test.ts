import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import { readLocalFile } from './local-file.ts';
import { localKeys } from './local-keys.ts';

const set = { keys: [{ kty: 'RSA', kid: 'k1' }] };

async function keysIn(files: Readonly<Record<string, unknown>>) {
  const project = await tempProject({});
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(project, name), JSON.stringify(content));
  }
  return localKeys(await readLocalFile(project), project);
}

test('keys of issuers stand in the local file, or in one that it names', async () => {
  const jwks = { 'https://a': set, 'https://b': { file: 'b.json' } };
  const apiKeys = { 'partner-a': 'secret' };
  expect(await keysIn({ 'tankard.local.json': { jwks, apiKeys }, 'b.json': set })).toEqual({
    jwks: { 'https://a': set, 'https://b': set },
    apiKeys,
  });
  expect(await keysIn({})).toEqual({ jwks: {}, apiKeys: {} });
});

test.each([
  ['that is not there', {}],
  ['that holds something else', { 'b.json': { key: 1 } }],
])('a file %s is refused by its name', async (_, files) => {
  const local = { 'tankard.local.json': { jwks: { 'https://b': { file: 'b.json' } } } };
  await expect(keysIn({ ...local, ...files })).rejects.toMatchObject({
    problems: [{ code: 'LOCAL_FILE_INVALID', message: expect.stringContaining("'b.json'") }],
  });
});
