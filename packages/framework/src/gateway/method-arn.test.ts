import { describe, expect, it } from 'vitest';
import { arnMatches, methodArn } from './method-arn.ts';

describe('the ARN of a method', () => {
  it('names the API, the stage, the method and the path without its query', () => {
    const api = { region: 'eu-west-1', accountId: '1', apiId: 'abc', stage: 'prod' };
    expect(methodArn({ ...api, method: 'GET', path: '/users/7?a=b' })).toBe(
      'arn:aws:execute-api:eu-west-1:1:abc/prod/GET/users/7',
    );
  });
});

describe("a policy's resource", () => {
  it.each([
    ['a/GET/users', 'a/GET/users', true],
    ['a/GET/users', 'a/*', true],
    ['a/GET/users', 'a/*/users', true],
    ['a/GET/users', 'a/???/users', true],
    ['a/GET/users', 'a/??/users', false],
    ['a/GET/users', 'a/GET/user', false],
    ['a/GET/users', 'b*', false],
    ['a.b', 'a+b', false],
    ['axb', 'a.b', false],
    ['a[1]\n', 'a[1]?', true],
  ])('covers %j by %j: %s', (arn, resource, covered) => {
    expect(arnMatches(arn, resource)).toBe(covered);
  });
});
