import { expect, test } from 'vitest';
import { httpIdentity, restIdentity } from './authorizer.ts';

const identity = ['header.X-Token', 'query.tenant.id', 'route'];

test('each API has words of its own for where a request says who calls', () => {
  expect(httpIdentity(identity)).toEqual([
    '$request.header.X-Token',
    '$request.querystring.tenant.id',
    '$context.routeKey',
  ]);
  expect(restIdentity(identity)).toBe(
    'method.request.header.X-Token, method.request.querystring.tenant.id, context.httpMethod, context.resourcePath',
  );
  expect([httpIdentity([]), restIdentity([])]).toEqual([[], '']);
});
