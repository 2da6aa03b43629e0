import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

const base = 'https://api.example/dev';

test('the path stands behind the address of the API, with its stage', () => {
  expect(addressOf(base, '/orders')).toBe('https://api.example/dev/orders');
  expect(addressOf(`${base}/`, '/orders')).toBe('https://api.example/dev/orders');
  expect(addressOf(base, '/')).toBe('https://api.example/dev/');
});

test('parameters are encoded, and a greedy one keeps its slashes', () => {
  expect(addressOf(base, '/orders/{id}/lines/{line}', { id: 'a/b ü', line: 7 })).toBe(
    `${base}/orders/a%2Fb%20%C3%BC/lines/7`,
  );
  expect(addressOf(base, '/files/{path+}', { path: 'a b/c?d' })).toBe(`${base}/files/a%20b/c%3Fd`);
});

test.each([
  ['/orders/{id}', {}],
  ['/orders/{id}', { id: '' }],
  ['/orders/{id}', { id: '..' }],
  ['/files/{path+}', { path: 'a/../../admin' }],
  ['/files/{path+}', { path: './a' }],
])('a parameter that would lead to another path is refused: %s %o', (path, params) => {
  expect(() => addressOf(base, path, params)).toThrow(TypeError);
});

test('a query has lists as names that come again, dates as ISO 8601, and nothing of what is undefined', () => {
  const since = new Date('2027-01-01T00:00:00Z');
  const query = { tag: ['a', 'b&c'], page: 7, all: false, none: undefined, empty: [], since };
  expect(addressOf(base, '/orders', {}, query)).toBe(
    `${base}/orders?tag=a&tag=b%26c&page=7&all=false&since=2027-01-01T00%3A00%3A00.000Z`,
  );
});
