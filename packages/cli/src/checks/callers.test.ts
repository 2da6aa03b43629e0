import type { RouteTrigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { configOf, handler, manifestOf } from '../graph/testing/given.ts';
import { checkCallers } from './callers.ts';

const route = (path: string, more: Partial<RouteTrigger> = {}) =>
  handler(`get${path}`, { source: 'route', method: 'GET', path, ...more } as RouteTrigger);
const open = route('/open');
const closed = route('/closed', { authorizer: 'gate' });

function codes(
  handlers: readonly ReturnType<typeof route>[],
  more: Partial<Parameters<typeof manifestOf>[0]> = {},
  config: Partial<Parameters<typeof configOf>[0]> = {},
) {
  return checkCallers({ manifest: manifestOf({ handlers, ...more }), config: configOf(config) }).map(
    ({ code }) => code,
  );
}

test('routes that the gateway tells apart may ask what each of them wants', () => {
  expect(codes([open, closed])).toEqual([]);
  expect(codes([open, closed], {}, { api: 'rest' })).toEqual([]);
});

test.each<[string, Parameters<typeof codes>]>([
  ['unknown paths go to the app', [[open, closed], { notFound: 'app' }]],
  ['a function URL takes all', [[open, closed], {}, { api: 'function-url' }]],
  ['a REST API has a route for all', [[route('/{proxy+}'), closed], {}, { api: 'rest' }]],
  [
    'there are more routes than an API takes',
    [[closed, ...Array.from({ length: 301 }, (_, index) => route(`/r${index}`))]],
  ],
  ['scopes differ', [[closed, route('/x', { authorizer: 'gate', scopes: ['a'] })], { notFound: 'app' }]],
  [
    'one asks for a key',
    [[open, route('/x', { apiKey: true })], { notFound: 'app' }, { usagePlan: { keys: ['a'] } }],
  ],
])('behind a route for all they ask the same: %s', (_, [handlers, more, config]) => {
  expect(codes(handlers, more, config)).toEqual(['AUTHORIZERS_DIFFER']);
});

test('what differs is said with both routes', () => {
  const manifest = manifestOf({ handlers: [open, closed], notFound: 'app' });
  expect(checkCallers({ manifest, config: configOf() })).toMatchObject([
    {
      message:
        "'GET /closed' asks for the authorizer 'gate' and 'GET /open' for nothing, and requests reach both by one route for all paths.",
    },
  ]);
});

test('behind a route for all they may ask the same', () => {
  const handlers = [closed, route('/x', { authorizer: 'gate' })];
  expect(codes(handlers, { notFound: 'app' })).toEqual([]);
});

test('a key that nobody can have is warned of', () => {
  const keyed = [route('/x', { apiKey: true })];
  expect(codes(keyed, {}, { api: 'rest' })).toEqual(['API_KEY_WITHOUT_PLAN']);
  expect(codes(keyed, {}, { api: 'rest', usagePlan: { keys: ['a'] } })).toEqual([]);
});
