import { expect, test } from 'vitest';
import { join, parameter, pseudo, ref, type Value } from './value.ts';
import { valueText } from './value-text.ts';

test.each<[string, Value, string]>([
  ['text', 'files', 'files'],
  ['a number', 5, '5'],
  ['a join', join('arn:', pseudo('partition'), ':s3:::files/*'), 'arn:<partition>:s3:::files/*'],
  ['a parameter', parameter('SourceEmail'), '<parameter SourceEmail>'],
  ['an attribute of another resource', ref('queue:Jobs', 'arn'), '<arn of queue:Jobs>'],
  ['a list', ['a', 'b'], '["a","b"]'],
])('%s is shown as people read it', (_, value, text) => {
  expect(valueText(value)).toBe(text);
});
