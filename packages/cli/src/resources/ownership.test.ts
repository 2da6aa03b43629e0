import { expect, test } from 'vitest';
import { fromTagPairs, isOwned, nameStart, ownerTags, tagChanges, tagPairs, tagsOf } from './ownership.ts';

const shop = { app: 'shop', stage: 'dev' };

test.each([
  ['its own tags', ownerTags(shop), true],
  ['its own tags among others', { team: 'a', ...ownerTags(shop) }, true],
  ['those of another stage', ownerTags({ app: 'shop', stage: 'prod' }), false],
  ['those of another app', ownerTags({ app: 'mail', stage: 'dev' }), false],
  ['none', {}, false],
])('a stage owns what has %s: %s', (_, tags, owned) => {
  expect(isOwned(tags, shop)).toBe(owned);
});

test('only tags that were set by us are ours to take away', () => {
  const own = tagsOf(new Set(['team']));
  expect(own({ team: 'a', cost: '1', 'aws:x': 'y', ...ownerTags(shop) })).toEqual({
    team: 'a',
    ...ownerTags(shop),
  });
});

test('only what differs is set, and what is not wanted is taken away', () => {
  expect(tagChanges({ a: '1', b: '2', c: '3' }, { a: '1', b: '4', d: '5' })).toEqual({
    set: { b: '4', d: '5' },
    gone: ['c'],
  });
});

test('pairs and records say the same', () => {
  expect(tagPairs({ a: '1' })).toEqual([{ Key: 'a', Value: '1' }]);
  expect(fromTagPairs([{ Key: 'a', Value: '1' }])).toEqual({ a: '1' });
  expect(fromTagPairs(undefined)).toEqual({});
});

test('the beginning of names is short enough for a name that was cut', () => {
  expect(nameStart(shop)).toBe('shop-dev');
  expect(nameStart({ app: 'a'.repeat(40), stage: 'dev' })).toBe('a'.repeat(26));
});
