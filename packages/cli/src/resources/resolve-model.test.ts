import { expect, test } from 'vitest';
import { isKnown } from './known.ts';
import { resolveModel } from './resolve-model.ts';
import { join, parameter, pseudo, ref, type Value } from './value.ts';

const lookup = {
  scope: {
    app: 'shop',
    stage: 'dev',
    account: '123456789012',
    region: 'eu-central-1',
    partition: 'aws',
    urlSuffix: 'amazonaws.com',
  },
  parameters: { Sender: 'me@example.com' },
  attributes: (id: string) => (id === 'role:send' ? { arn: 'arn:role' } : undefined),
};

test.each<[string, Value, string]>([
  ['text', 'x', 'x'],
  ['an account', pseudo('accountId'), '123456789012'],
  ['a region', pseudo('region'), 'eu-central-1'],
  ['a parameter', parameter('Sender'), 'me@example.com'],
  ['an attribute', ref('role:send', 'arn'), 'arn:role'],
  ['pieces', join('a:', pseudo('partition'), ':', join('b', ref('role:send', 'arn'))), 'a:aws:barn:role'],
  ['an attribute of what is not made', ref('role:mail', 'arn'), '⟨arn of role:mail⟩'],
  ['an attribute that is not there', join('x/', ref('role:send', 'url')), 'x/⟨url of role:send⟩'],
])('%s becomes text', (_, value, text) => {
  expect(resolveModel({ value }, lookup)).toEqual({ value: text });
});

test('everything inside of lists and records is resolved, and what is no text stays as it is', () => {
  const model = {
    list: [pseudo('region'), 1],
    record: { a: { b: parameter('Sender') }, c: null, d: undefined },
  };
  expect(resolveModel(model, lookup)).toEqual({
    list: ['eu-central-1', 1],
    record: { a: { b: 'me@example.com' }, c: null, d: undefined },
  });
});

test('what is not known is seen wherever it stands', () => {
  expect(isKnown({ a: ['x', { b: 'y' }], c: 1, d: null })).toBe(true);
  expect(isKnown(resolveModel({ a: [{ b: join('x', ref('role:mail', 'arn')) }] }, lookup))).toBe(false);
});

test('a parameter without a value is an error, because a check before has asked for all', () => {
  expect(() => resolveModel({ a: parameter('Other') }, lookup)).toThrow("'Other'");
});
