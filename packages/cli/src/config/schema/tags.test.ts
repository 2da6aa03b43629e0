import { expect, test } from 'vitest';
import { pathText } from './fault.ts';
import { tags } from './tags.ts';

const faults = (value: unknown) =>
  tags(value, ['tags']).map(({ path, message, remedy }) => `${pathText(path)} ${message} ${remedy}`);
const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, '']));

test('letters of every language, digits and what AWS takes besides make a tag', () => {
  expect(faults({ 'cost-centre': '4711', 'équipe:a/b': 'Ärger + Bier = 2 @ home.' })).toEqual([]);
  expect(faults(many(48))).toEqual([]);
});

test.each<[unknown, string]>([
  [
    { 'aws:team': 'x' },
    "tags['aws:team'] is a key that is taken. Begin it with neither 'aws:' nor 'tankard:'.",
  ],
  [
    { 'Tankard:app': 'x' },
    "tags['Tankard:app'] is a key that is taken. Begin it with neither 'aws:' nor 'tankard:'.",
  ],
  [
    { 'a*b': 'x' },
    "tags['a*b'] is not a key that a tag can have. Use 1 to 128 letters, digits, spaces and _ . : / = + - @.",
  ],
  [
    { team: 'x'.repeat(257) },
    'tags.team is not a value that a tag can have. Use up to 256 letters, digits, spaces and _ . : / = + - @.',
  ],
  [{ team: 7 }, 'tags.team is the number 7, but must be text. Write text.'],
  [many(49), "tags has 49 tags; allowed are 48. AWS takes 50 on a resource, and two are Tankard's own."],
  [['team'], 'tags is a list, but must be an object. Write an object.'],
])('%j is refused', (value, fault) => {
  expect(faults(value)).toEqual([fault]);
});
