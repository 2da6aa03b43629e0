import { expect, test } from 'vitest';
import { failedMessages } from './failed-messages.ts';

const ids = ['a', 'b', 'c'];
const failed = (answer: unknown, reports = true) =>
  failedMessages({ failed: false, payload: JSON.stringify(answer) }, ids, reports);
const items = (...identifiers: unknown[]) => ({
  batchItemFailures: identifiers.map((itemIdentifier) => ({ itemIdentifier })),
});

// The cases of https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
test.each([
  ['an empty list', { batchItemFailures: [] }],
  ['no list', { batchItemFailures: null }],
  ['an empty answer', {}],
  ['no answer', null],
  ['an answer of another kind', { statusCode: 200 }],
])('%s means that all are done', (_, answer) => {
  expect(failed(answer)).toEqual([]);
});

test.each([
  ['an empty id', items('a', '')],
  ['no id', items(null)],
  ['another key for the id', { batchItemFailures: [{ id: 'a' }] }],
  ['an id that is not of the batch', items('a', 'd')],
  ['something that is no list', { batchItemFailures: 'a' }],
  ['text', 'a'],
  ['a list of nothing', { batchItemFailures: [null] }],
])('%s means that all have failed', (_, answer) => {
  expect(failed(answer)).toEqual(ids);
});

test('the messages that are named have failed, and no others', () => {
  expect(failed(items('c', 'a'))).toEqual(['c', 'a']);
});

test('a function that fails has failed with all, and one that reports nothing with none', () => {
  expect(failedMessages({ failed: true, payload: '{}' }, ids, true)).toEqual(ids);
  expect(failed(items('a'), false)).toEqual([]);
});
