import { expect, test } from 'vitest';
import { callResult } from './call-result.ts';

const NULS = '\0'.repeat(8);

test.each([
  ['{"a":1}', { a: 1 }],
  ['null', null],
  ['', undefined],
  [
    `{"statusCode":201,"headers":{"x-a":"1"}}${NULS}one two`,
    { statusCode: 201, headers: { 'x-a': '1' }, body: 'one two' },
  ],
  [`{"statusCode":204}${NULS}`, { statusCode: 204, body: '' }],
])('an answer %j is the result %j', (answer, result) => {
  expect(callResult(answer)).toEqual(result);
});
