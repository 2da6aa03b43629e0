import { expect, test } from 'vitest';
import { isSameRoute } from './same-route.ts';

test.each([
  ['GET /users/{id}', 'GET /users/{id}', true],
  ['GET /users/{id}', 'GET /users/{name}', true],
  ['GET /{a}/x/{b+}', 'GET /{c}/x/{d+}', true],
  ['GET /users/{id}', 'GET /users/{id+}', false],
  ['GET /users/{id}', 'POST /users/{id}', false],
  ['GET /users/{id}', 'GET /users/id', false],
  ['$default', '$default', true],
])('%s beside %s: %s', (one, other, same) => {
  expect(isSameRoute(one, other)).toBe(same);
});
