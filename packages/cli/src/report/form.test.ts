import { expect, test } from 'vitest';
import { chooseForm } from './form.ts';

test.each([
  ['a terminal gets colour', { json: false, isTTY: true, env: {} }, 'tty'],
  ['a pipe gets plain text', { json: false, isTTY: false, env: {} }, 'plain'],
  ['NO_COLOR turns colour off', { json: false, isTTY: true, env: { NO_COLOR: '1' } }, 'plain'],
  ['an empty NO_COLOR says nothing', { json: false, isTTY: true, env: { NO_COLOR: '' } }, 'tty'],
  ['a dumb terminal gets plain text', { json: false, isTTY: true, env: { TERM: 'dumb' } }, 'plain'],
  ['--json wins over a terminal', { json: true, isTTY: true, env: {} }, 'json'],
] as const)('%s', (_, circumstances, form) => {
  expect(chooseForm(circumstances)).toBe(form);
});
