import { expect, test } from 'vitest';
import { tsdoc } from './tsdoc.ts';

test.each([
  ['one line', ' Lists users. ', { summary: 'Lists users.' }],
  [
    'a summary over several lines, and what comes after it',
    '\n * Lists users,\n * all of them.\n *\n * The newest first.\n *\n * - a\n * - b\n ',
    { summary: 'Lists users, all of them.', description: 'The newest first.\n\n- a\n- b' },
  ],
  [
    'remarks stand below the rest',
    '\n * A.\n *\n * B.\n * @remarks\n * C.\n ',
    { summary: 'A.', description: 'B.\n\nC.' },
  ],
  ['remarks alone', '\n * A.\n * @remarks C.\n ', { summary: 'A.', description: 'C.' }],
  [
    'deprecated, whatever else it says',
    '\n * A.\n * @deprecated Call the other.\n ',
    { summary: 'A.', deprecated: true },
  ],
  ['internal', ' A. @internal\n * @internal ', { summary: 'A. @internal', internal: true }],
  [
    'what is returned',
    '\n * A.\n * @returns The users,\n *   sorted.\n ',
    { summary: 'A.', returns: 'The users,\n  sorted.' },
  ],
  [
    'each error in the three ways to name it',
    '\n * @throws {@link NotFoundError} there is none\n * @throws {ConflictError} - it is there\n * @throws HttpError 402 when unpaid\n * @throws now and then\n ',
    {
      throws: [
        { error: 'NotFoundError', when: 'there is none' },
        { error: 'ConflictError', when: 'it is there' },
        { error: 'HttpError', when: '402 when unpaid' },
      ],
    },
  ],
  [
    'parameters and examples are left out',
    '\n * A.\n * @param req - B\n * @example\n * app.x()\n ',
    { summary: 'A.' },
  ],
  [
    'links become Markdown, or what they show',
    ' See {@link https://example.com | the site}, {@link Users.list} and {@link b | c}. ',
    { summary: 'See [the site](https://example.com), Users.list and c.' },
  ],
  [
    'a tag within quoted code is code',
    '\n * A.\n *\n * ```ts\n * @dec\n * ```\n ',
    { summary: 'A.', description: '```ts\n@dec\n```' },
  ],
  ['lines of another system', '\r\n * A\r\n * b.\r\n ', { summary: 'A b.' }],
  ['nothing', '\n * \n ', undefined],
])('%s', (_, comment, docs) => {
  expect(tsdoc(comment)).toEqual(docs);
});
