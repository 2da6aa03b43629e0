import { expect, test } from 'vitest';
import { filterPolicy } from './filter-policy.ts';

/** https://docs.aws.amazon.com/sns/latest/dg/example-filter-policies.html */
const attributes = {
  customer_interests: { DataType: 'String.Array', StringValue: '["soccer", "rugby", "hockey"]' },
  store: { DataType: 'String', StringValue: 'example_corp' },
  event: { DataType: 'String', StringValue: 'order_placed' },
  price_usd: { DataType: 'Number', StringValue: '210.75' },
  sizes: { DataType: 'String.Array', StringValue: '[1, true, null]' },
  picture: { DataType: 'Binary', BinaryValue: 'AAAA' },
  broken: { DataType: 'String.Array', StringValue: '[1,' },
  address: { DataType: 'String', StringValue: '10.0.0.7' },
};
const body = JSON.stringify({
  customer_interests: ['soccer', 'rugby', 'hockey'],
  store: 'example_corp',
  event: 'order_placed',
  price_usd: 210.75,
  sizes: [1, true, null],
  address: '10.0.0.7',
});

const POLICIES: [policy: object, fits: boolean][] = [
  [{ store: ['example_corp'] }, true],
  [{ store: ['example_corp'], event: ['order_cancelled'] }, false],
  [{ customer_interests: ['rugby', 'football', 'baseball'], price_usd: [{ numeric: ['>=', 100] }] }, true],
  [{ store: ['example_corp'], event: [{ 'anything-but': 'order_cancelled' }] }, true],
  [{ customer_interests: [{ 'anything-but': ['rugby', 'tennis'] }] }, true],
  [{ customer_interests: [{ 'anything-but': ['rugby', 'soccer', 'hockey'] }] }, false],
  [{ price_usd: [{ numeric: ['=', 2.1075e2] }] }, true],
  [{ price_usd: [{ 'anything-but': [100, 500] }] }, true],
  [{ price_usd: ['210.75'] }, false],
  [{ price_usd: [{ numeric: ['>', 0, '<', 100] }] }, false],
  [{ store: [{ prefix: 'example' }] }, true],
  [{ store: [{ suffix: 'corp' }] }, true],
  [{ store: [{ 'equals-ignore-case': 'Example_Corp' }] }, true],
  [{ address: [{ cidr: '10.0.0.0/24' }] }, true],
  [{ sizes: [null] }, true],
  [{ sizes: [true] }, true],
  [{ sizes: [2] }, false],
  [{ picture: [{ exists: false }] }, true],
  [{ broken: [{ exists: true }] }, false],
  [{ encrypted: [{ exists: false }] }, true],
  [{ $or: [{ store: ['other'] }, { event: ['order_placed'] }] }, true],
];

test.each(POLICIES)('%j fits attributes and body alike: %s', (policy, fits) => {
  expect(filterPolicy(policy, 'attributes')({ body: '', attributes })).toBe(fits);
  expect(filterPolicy(policy, 'body')({ body })).toBe(fits);
});

test('a message without attributes fits what asks for none', () => {
  expect(filterPolicy({ store: ['a'] }, 'attributes')({ body: '{"store":"a"}' })).toBe(false);
  expect(filterPolicy({ store: [{ exists: false }] }, 'attributes')({ body: '' })).toBe(true);
});

test('a body is looked into, and fits nothing where it is no JSON object', () => {
  const policy = filterPolicy({ store: { name: [{ exists: false }] } }, 'body');
  expect(policy({ body: '{"store":{"name":"a"}}' })).toBe(false);
  expect(policy({ body: '{}' })).toBe(true);
  expect(policy({ body: 'hello' })).toBe(false);
  expect(policy({ body: '[{}]' })).toBe(false);
});
