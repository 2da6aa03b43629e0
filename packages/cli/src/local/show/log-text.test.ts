import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { logText } from './log-text.ts';

const shown = (line: unknown) =>
  logText(typeof line === 'string' ? line : JSON.stringify(line), styleOf('plain'));

test.each([
  ['plain text as it is', 'just text', 'just text'],
  ['text with its line breaks', 'one\rtwo', 'one\ntwo'],
  ['JSON that is no log line as it is', '{"a":1}', '{"a":1}'],
  [
    'level and message',
    { timestamp: 't', level: 'WARN', requestId: 'r', message: 'careful' },
    'WARN  careful',
  ],
  ['an object that was logged', { level: 'INFO', message: { a: 1 } }, 'INFO  {"a":1}'],
  [
    "what Powertools' logger adds, without its surroundings",
    { level: 'INFO', message: 'sent', service: 'mailer', cold_start: true, recipients: 3 },
    'INFO  sent  {"recipients":3}',
  ],
  [
    'an error with its stack',
    {
      level: 'ERROR',
      message: { errorType: 'Error', errorMessage: 'no', stackTrace: ['Error: no', '    at x'] },
    },
    'ERROR\nError: no\n    at x',
  ],
  [
    'a message and the error beside it',
    {
      level: 'ERROR',
      message: 'it broke',
      errorType: 'Error',
      errorMessage: 'no',
      stackTrace: ['Error: no'],
    },
    'ERROR  it broke\nError: no',
  ],
])('a line shows %s', (_, line, text) => {
  expect(shown(line)).toBe(text);
});
