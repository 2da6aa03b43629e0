import { expect, test } from 'vitest';
import { selectRoute } from './select-route.ts';

test.each([
  ['$request.body.action', '{"action":"send"}', 'send'],
  ['$request.body.message.type', '{"message":{"type":"send"}}', 'send'],
  ['$request.body.action', '{"action":7}', '7'],
  ['$request.body.action', '{"action":{"a":1}}', undefined],
  ['$request.body.action', '{"action":null}', undefined],
  ['$request.body.action', '{}', undefined],
  ['$request.body.toString', '{}', undefined],
  ['$request.body.action', '"send"', undefined],
  ['$request.body.action', 'send', undefined],
])('%s finds in %s the route %s', (selection, message, route) => {
  expect(selectRoute(selection, message)).toBe(route);
});
