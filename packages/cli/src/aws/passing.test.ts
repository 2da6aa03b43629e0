import { expect, test } from 'vitest';
import { NoAnswerError } from './no-answer.ts';
import { isPassing } from './passing.ts';

const refused = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode } });

test.each([
  ['asked too often', refused('ThrottlingException', 400), true],
  ['in trouble', refused('ServiceUnavailableException', 503), true],
  ['silent', new NoAnswerError('https://logs', new Error('timed out')), true],
  ['not willing', refused('AccessDeniedException', 400), false],
  ['not meant at all', new TypeError('x is not a function'), false],
])('where AWS is %s', (_, error, passing) => {
  expect(isPassing(error)).toBe(passing);
});
