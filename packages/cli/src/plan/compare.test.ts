import { expect, test } from 'vitest';
import { changedNames, compare, hashesOf } from './compare.ts';

test.each([
  ['nothing, where both say the same in another order', { a: { x: 1, y: [2] } }, { a: { y: [2], x: 1 } }, []],
  ['nothing, where one side leaves out what is not set', { a: 1, b: undefined }, { a: 1 }, []],
  ['a value that is new', { memory: 512 }, {}, [{ path: 'memory', new: 512 }]],
  ['a value that is taken away', {}, { memory: 512 }, [{ path: 'memory', old: 512 }]],
  [
    'one variable of an environment and not the others',
    { environment: { A: '1', B: '2' } },
    { environment: { A: '1', B: '3', C: '4' } },
    [
      { path: 'environment.B', old: '3', new: '2' },
      { path: 'environment.C', old: '4' },
    ],
  ],
  [
    'a list as a whole',
    { layers: ['a', 'b'] },
    { layers: ['b'] },
    [{ path: 'layers', old: ['b'], new: ['a', 'b'] }],
  ],
])('compare finds %s', (_, wanted, observed, changes) => {
  expect(compare(wanted, observed)).toEqual(changes);
});

test('what was left as it is wanted and differs now has drifted', () => {
  const left = hashesOf({ memory: 256, timeout: 10 });
  expect(compare({ memory: 256, timeout: 20 }, { memory: 1024, timeout: 10 }, left)).toEqual([
    { path: 'memory', old: 1024, new: 256, drifted: true },
    { path: 'timeout', old: 10, new: 20 },
  ]);
});

test('the names of changed properties are those before the first dot', () => {
  const changes = [{ path: 'environment.A' }, { path: 'environment.B.c' }, { path: 'memory' }];
  expect([...changedNames(changes)]).toEqual(['environment', 'memory']);
});
