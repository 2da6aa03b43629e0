import { expect, test } from 'vitest';
import { dependenciesFirst } from './dependencies-first.ts';

const item = (id: string, ...after: string[]) => ({ id, after });

test.each([
  ['what comes first anyway stays where it is', [item('a'), item('b', 'a')], ['a', 'b']],
  [
    'what comes before is pulled forward',
    [item('c', 'b'), item('x'), item('b', 'a'), item('a')],
    ['a', 'b', 'c', 'x'],
  ],
  ['what is not in the list is left out', [item('a', 'elsewhere')], ['a']],
  ['a circle has each item once', [item('a', 'b'), item('b', 'a')], ['b', 'a']],
])('%s', (_, items, ids) => {
  expect(dependenciesFirst(items).map(({ id }) => id)).toEqual(ids);
});
