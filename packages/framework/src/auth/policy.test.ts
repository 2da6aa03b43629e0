import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { allow, deny } from './decision.ts';
import { policyAnswer } from './policy.ts';

const arn = 'arn:aws:execute-api:eu-west-1:123456789012:abc/prod/GET/users/7';
const prefix = 'arn:aws:execute-api:eu-west-1:123456789012:abc/prod/';

function resources(routes: Parameters<typeof allow>[0]['routes']): readonly string[] {
  const { policyDocument } = policyAnswer(allow({ routes, principalId: 'ann' }), arn);
  return policyDocument.Statement.flatMap(({ Resource }) => Resource.map((one) => one.replace(prefix, '')));
}

describe('what an authorizer allows', () => {
  const app = new App('test');
  const listed = app.route('GET /orders/{id}/lines', () => []);

  it.each([
    ['*' as const, '*/*'],
    [['*'] as const, '*/*'],
    [['GET /'] as const, 'GET/'],
    [['/'] as const, '*/'],
    [['ANY /users'] as const, '*/users'],
    [['GET /users/{id}'] as const, 'GET/users/*'],
    [['GET /files/{path+}'] as const, 'GET/files/*'],
    [['/files/*'] as const, '*/files/*'],
    [[listed], 'GET/orders/*/lines'],
  ])('is %j as the resource %s', (routes, resource) => {
    expect(resources(routes)).toEqual([resource]);
  });

  it.each([
    ['*' as const, '*'],
    [['$connect'] as const, '$connect'],
    [[app.websocket('$connect', () => undefined)], '$connect'],
    [['GET /orders'] as const, 'GET/orders'],
  ])('is %j as the resource %s of a WebSocket API', (routes, resource) => {
    const { policyDocument } = policyAnswer(allow({ routes, principalId: 'ann' }), `${prefix}$connect`);
    expect(policyDocument.Statement[0]?.Resource).toEqual([`${prefix}${resource}`]);
  });

  it('is nothing where no route is named', () => {
    expect(resources([])).toEqual([]);
  });

  it('is no route of another kind of handler', () => {
    const tick = app.schedule('rate(1 hour)', () => undefined);
    expect(() => resources([tick as never])).toThrow('no route');
  });
});

describe("an authorizer's answer", () => {
  it('holds who calls and what is passed on', () => {
    const answer = policyAnswer(
      allow({ routes: '*', principalId: 'ann', context: { admin: true, level: 3 } }),
      arn,
    );
    expect(answer).toMatchObject({ principalId: 'ann', context: { admin: true, level: 3 } });
  });

  it('denies all of the stage', () => {
    expect(policyAnswer(deny(), arn)).toEqual({
      principalId: 'anonymous',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Action: 'execute-api:Invoke', Effect: 'Deny', Resource: [`${prefix}*/*`] }],
      },
      context: {},
    });
  });

  it('denies all of the stage of a WebSocket API', () => {
    const { policyDocument } = policyAnswer(deny(), `${prefix}$connect`);
    expect(policyDocument.Statement[0]?.Resource).toEqual([`${prefix}*`]);
  });

  it('is refused where it passes on what a REST API does not', () => {
    const context = { roles: ['admin'] } as never;
    expect(() => policyAnswer(allow({ routes: '*', principalId: 'ann', context }), arn)).toThrow("'roles'");
  });
});
