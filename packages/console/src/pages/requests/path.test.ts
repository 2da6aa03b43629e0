import { expect, test } from 'vitest';
import { filledPath, parametersOf } from './path.ts';

test('parameters are found, and filled in as a URL takes them', () => {
  expect(parametersOf('/a/{id}/files/{path+}')).toEqual(['id', 'path']);
  const params = { id: 'x/y z', path: 'one/two three' };
  expect(filledPath('/a/{id}/files/{path+}', params, '')).toBe('/a/x%2Fy%20z/files/one/two%20three');
  expect(filledPath('/a', {}, '?page=2')).toBe('/a?page=2');
});
