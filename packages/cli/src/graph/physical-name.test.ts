import { expect, test } from 'vitest';
import { physicalName } from './physical-name.ts';

test('a name that fits stays as it is', () => {
  expect(physicalName('shop-dev-sendMails_1', 64)).toBe('shop-dev-sendMails_1');
  expect(physicalName('a'.repeat(64), 64)).toBe('a'.repeat(64));
});

test('a name over the limit is cut and given 6 characters of hash', () => {
  const name = physicalName('a'.repeat(65), 64);
  expect(name).toHaveLength(64);
  expect(name).toMatch(/^a{57}-[0-9a-f]{6}$/);
});

test('two long names that begin alike do not become one', () => {
  const stem = 'a'.repeat(80);
  expect(physicalName(`${stem}x`, 64)).not.toBe(physicalName(`${stem}y`, 64));
});

test('characters that AWS refuses become hyphens, and a hash keeps such names apart', () => {
  expect(physicalName('shop-dev-a$b', 64)).toMatch(/^shop-dev-a-b-[0-9a-f]{6}$/);
  expect(physicalName('shop-dev-a$b', 64)).not.toBe(physicalName('shop-dev-a.b', 64));
});

test('an ending stays whole and counts', () => {
  expect(physicalName('shop-dev-Jobs', 80, '.fifo')).toBe('shop-dev-Jobs.fifo');
  const cut = physicalName('q'.repeat(80), 80, '.fifo');
  expect(cut).toHaveLength(80);
  expect(cut).toMatch(/-[0-9a-f]{6}\.fifo$/);
});

test('no two hyphens come together where a name is cut at one', () => {
  expect(physicalName(`${'a'.repeat(8)}-${'b'.repeat(20)}`, 16)).toMatch(/^a{8}-[0-9a-f]{6}$/);
});
