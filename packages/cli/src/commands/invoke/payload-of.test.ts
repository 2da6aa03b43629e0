import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { problemsOf } from '../../testing/problems-of.ts';
import { tempProject } from '../../testing/temp-project.ts';
import { payloadOf } from './payload-of.ts';

const examples = new Map([['insert', () => ({ Records: [] })]]);
const world = { cwd: '/' };

test('a payload is taken as it is written', async () => {
  expect(await payloadOf({ payload: '{"a": 1}' }, examples, world)).toBe('{"a": 1}');
});

test('an example is made by its name', async () => {
  expect(await payloadOf({ example: 'insert' }, examples, world)).toBe('{"Records":[]}');
});

test('without either it is empty', async () => {
  expect(await payloadOf({}, examples, world)).toBe('{}');
});

test('a file and stdin hold a payload too', async () => {
  const cwd = await tempProject({});
  await writeFile(join(cwd, 'event.json'), '[1]');
  expect(await payloadOf({ payload: '@event.json' }, examples, { cwd })).toBe('[1]');
  expect(
    await payloadOf({ payload: '-' }, examples, { cwd, input: Readable.from([Buffer.from('[2]')]) }),
  ).toBe('[2]');
});

test.each([
  [
    'an unknown example, with the one that was meant',
    { example: 'inser' },
    'EXAMPLE_UNKNOWN',
    "Did you mean 'insert'?",
  ],
  [
    'an unknown example, with those that there are',
    { example: 'put' },
    'EXAMPLE_UNKNOWN',
    'Examples: insert.',
  ],
  ['text that is no JSON', { payload: '{a}' }, 'USAGE_INVALID', '--payload'],
  ['a file that is not there', { payload: '@none.json' }, 'USAGE_INVALID', '--payload @FILE'],
])('%s is refused', async (_, words, code, remedy) => {
  expect(await problemsOf(() => payloadOf(words, examples, world))).toMatchObject([
    { code, remedy: expect.stringContaining(remedy) },
  ]);
});
