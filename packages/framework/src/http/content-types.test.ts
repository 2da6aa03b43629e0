import { expect, test } from 'vitest';
import { takesType } from './content-types.ts';

test.each([
  ['image/png', ['image/png'], true],
  ['IMAGE/PNG; q=1', ['image/png'], true],
  ['image/png', ['Image/PNG'], true],
  ['image/png', ['image/jpeg', '*/*'], true],
  ['*/*', ['image/png'], true],
  ['image/*', ['image/png'], false],
  ['image/png', ['image/jpeg'], false],
  ['', ['image/png'], false],
])('%j is one of %j: %s', (type, taken, fits) => {
  expect(takesType(taken, type)).toBe(fits);
});
