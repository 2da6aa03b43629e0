import { isTankardError } from '@tankard/framework/errors';
import { expect, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import { readLocalFile } from './local-file.ts';

const read = async (content: unknown) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return readLocalFile(await tempProject({ 'tankard.local.json': text }));
};

test('a project without the file has nothing in it', async () => {
  expect(await readLocalFile(await tempProject({}))).toEqual({
    parameters: {},
    secrets: {},
    jwks: {},
    apiKeys: {},
    tables: {},
    buckets: {},
  });
});

test('values, items and objects are read', async () => {
  const content = {
    parameters: { Sender: 'a@example.com' },
    secrets: { Key: 'sesame' },
    jwks: { 'https://login.example.com': { keys: [] }, 'https://b.example.com': { file: 'keys.json' } },
    apiKeys: { 'partner-a': 'secret' },
    tables: { Users: [{ id: '1' }] },
    buckets: { Files: { 'a.txt': 'Hello', 'b.zip': { file: 'fixtures/b.zip' } } },
  };
  expect(await read(content)).toEqual(content);
});

test.each<[unknown, readonly string[]]>([
  ['{ "tables": ', ['The file is not JSON']],
  [[], ['The file is no object.']],
  [{ table: {} }, ["The file has a key 'table'."]],
  [{ tables: [] }, ["'tables' is no object."]],
  [
    { parameters: { Sender: 1 }, tables: { Users: {} }, buckets: { Files: { a: 1 } } },
    [
      "'parameters.Sender' is not text.",
      "'tables.Users' is not a list of items.",
      "'buckets.Files' is not texts",
    ],
  ],
])('%j is refused, all that is wrong at once', async (content, messages) => {
  const error = await read(content).catch((thrown: unknown) => thrown);
  const problems = isTankardError(error) ? error.problems : [];
  expect(problems.map(({ code }) => code)).toEqual(messages.map(() => 'LOCAL_FILE_INVALID'));
  messages.forEach((message, index) => {
    expect(problems[index]?.message).toContain(message);
  });
});
