import type { Problem } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { problemsText, problemText } from './problem-text.ts';
import { styleOf } from './style.ts';

const slash: Problem = {
  code: 'ROUTE_TRAILING_SLASH',
  severity: 'error',
  message: "Route 'GET /users/' ends with a slash.",
  place: { file: 'src/app.ts', line: 14 },
  subject: 'export listUsers',
  remedy: "API Gateway would answer 404 on '/users'. Write 'GET /users'.",
};
const warning: Problem = {
  code: 'BUCKET_LOOP',
  severity: 'warning',
  message: 'It loops.',
  remedy: 'Stop it.',
};

test('a problem is three lines: code and message, place and subject, remedy', () => {
  expect(problemText(slash, styleOf('plain'))).toBe(
    [
      "✘ ROUTE_TRAILING_SLASH  Route 'GET /users/' ends with a slash.",
      '  at src/app.ts:14  export listUsers',
      "  API Gateway would answer 404 on '/users'. Write 'GET /users'.",
    ].join('\n'),
  );
});

test('a problem without a place has no empty line in its stead', () => {
  expect(problemText(warning, styleOf('plain'))).toBe('! BUCKET_LOOP  It loops.\n  Stop it.');
});

test('a remedy of several lines is indented as a whole', () => {
  expect(problemText({ ...warning, remedy: 'one\ntwo' }, styleOf('plain'))).toContain('\n  one\n  two');
});

test('a terminal sees the code in colour and the text is otherwise the same', () => {
  const coloured = problemText(slash, styleOf('tty'));
  expect(coloured).toContain('\u001b[31m✘ ROUTE_TRAILING_SLASH\u001b[39m');
  expect(coloured.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')).toBe(
    problemText(slash, styleOf('plain')),
  );
});

test('warnings come before errors, with an empty line between two problems', () => {
  const text = problemsText([slash, warning], styleOf('plain'));
  expect(text.indexOf('BUCKET_LOOP')).toBeLessThan(text.indexOf('ROUTE_TRAILING_SLASH'));
  expect(text).toContain('Stop it.\n\n✘');
});
