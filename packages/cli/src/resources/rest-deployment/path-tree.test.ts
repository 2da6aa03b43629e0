import { expect, test } from 'vitest';
import { pathIds, pathTree } from './path-tree.ts';

test('each segment is there once, after its parent', () => {
  expect(pathTree(['/', '/users/{id}', '/users/{id}/orders', '/users'])).toEqual([
    { path: '/users', parent: '/', part: 'users' },
    { path: '/users/{id}', parent: '/users', part: '{id}' },
    { path: '/users/{id}/orders', parent: '/users/{id}', part: 'orders' },
  ]);
});

test('paths that read alike get ids that differ', () => {
  const ids = pathIds('Api', pathTree(['/users/id', '/users/{id}']));
  expect(ids.get('/users')).toBe('ApiUsersResource');
  expect(ids.get('/users/id')).toMatch(/^ApiUsersIdResource[0-9a-f]{6}$/);
  expect(ids.get('/users/id')).not.toBe(ids.get('/users/{id}'));
});
