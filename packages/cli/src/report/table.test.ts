import { expect, test } from 'vitest';
import { table } from './table.ts';

test('columns are as wide as their widest cell and the last one is not padded', () => {
  expect(
    table([
      ['api', '12 KB'],
      ['sendScheduled', '9 KB'],
    ]),
  ).toBe('api            12 KB\nsendScheduled  9 KB');
});

test('no rows give no text', () => {
  expect(table([])).toBe('');
});
