import { expect, test } from 'vitest';
import type { Graph } from '../../graph/node.ts';
import { unknownReplaced } from './replaced-names.ts';

const nodes = new Map([['table:Users', { name: 'Users' }]]) as unknown as Graph['nodes'];

test('a name of the app is taken', () => {
  expect(unknownReplaced(['Users'], { nodes })).toEqual([]);
});

test('another name is refused, with the one that was meant', () => {
  expect(unknownReplaced(['User', 'Orders'], { nodes })).toMatchObject([
    { code: 'USAGE_INVALID', remedy: "Did you mean 'Users'?" },
    { code: 'USAGE_INVALID', message: "--replace-data names 'Orders', which the app does not declare." },
  ]);
});
