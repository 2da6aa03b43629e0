import { describe, expect, it } from 'vitest';
import { App, allow, cognitoAuthorizer, deny, jwtAuthorizer, lambdaAuthorizer } from '../index.ts';
import { at } from '../scope.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

const issuer = 'https://login.example.com';
const pool = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc';
const somewhere = 'arn:aws:lambda:eu-west-1:123456789012:function:it';
const audience = ['shop'];

/** Codes and messages of an app with a route that has this authorizer. */
function faultsOf(authorizer: (app: App) => unknown): readonly (readonly [code: string, message: string])[] {
  const declare = (app: App) =>
    app.route('GET /', { name: 'home', authorizer: authorizer(app) as never }, () => 1);
  return problemsOf(declare).map(({ code, message }) => [code, message]);
}

describe('authorizers', () => {
  it.each<[string, (app: App) => unknown]>([
    ['a token', () => jwtAuthorizer({ issuer, audience })],
    ['a pool', () => cognitoAuthorizer({ userPools: [pool], clients: ['a'] })],
    ['a function of elsewhere', () => lambdaAuthorizer({ function: somewhere, event: 'token' })],
    ['a function of the app', (app) => lambdaAuthorizer({ function: app.lambda({ name: 'who' }, () => 1) })],
    ['one of the app', (app) => app.authorizer({ name: 'gate', ttl: 0, identity: [] }, () => deny())],
    [
      'what a deployment knows',
      (app) =>
        jwtAuthorizer({ issuer: app.parameter('Issuer').value, audience: [app.parameter('Id').value] }),
    ],
  ])('are taken: %s', (_, authorizer) => {
    process.env.TANKARD_PARAMETER_ISSUER = '{{parameter:Issuer}}';
    process.env.TANKARD_PARAMETER_ID = '{{parameter:Id}}';
    expect(faultsOf(authorizer)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["The issuer 'http://a' is no address", jwtAuthorizer({ issuer: 'http://a', audience })],
    ['The audience is no list of texts', jwtAuthorizer({ issuer, audience: [] })],
    ["can't call an authorizer 'a b'", jwtAuthorizer({ name: 'a b', issuer, audience })],
    [
      "'Authorization' is nothing that a request could be known by",
      jwtAuthorizer({ issuer, audience, identity: 'Authorization' as never }),
    ],
    [
      'userPools should be a list of ARNs, received: arn:x',
      cognitoAuthorizer({ userPools: 'arn:x' as never }),
    ],
    ["'arn:x' is no ARN of a user pool", cognitoAuthorizer({ userPools: ['arn:x'] })],
    ['The clients are no list', cognitoAuthorizer({ userPools: [pool], clients: 'a' as never })],
    ["no function: 'arn:x'", lambdaAuthorizer({ function: 'arn:x' })],
    ['no function of this app', lambdaAuthorizer({ function: new App('other').lambda(() => 1) })],
    ["'ttl' is 3601", lambdaAuthorizer({ function: somewhere, ttl: 3601 })],
    ['nothing tells by what', lambdaAuthorizer({ function: somewhere, identity: [] })],
    [
      'one header as its identity',
      lambdaAuthorizer({ function: somewhere, event: 'token', identity: ['query.a'] }),
    ],
  ])('are refused: %s', (message, authorizer) => {
    expect(faultsOf(() => authorizer)).toEqual([['AUTHORIZER_INVALID', expect.stringContaining(message)]]);
  });

  it('of one name say the same', () => {
    const twice = (other: string) => (app: App) => {
      app.route('GET /a', { name: 'a', authorizer: jwtAuthorizer({ issuer, audience }) }, () => 1);
      app.route('GET /b', { name: 'b', authorizer: jwtAuthorizer({ issuer, audience: [other] }) }, () => 1);
    };
    expect(codesOf(twice('shop'))).toEqual([]);
    expect(codesOf(twice('pub'))).toEqual(['AUTHORIZER_NAME_TWICE']);
  });

  it('decide for every route one at a time', () => {
    const forAll = (app: App, name: string) =>
      app[at]({ name, file: 'src/app.ts', line: 3 }).authorizer({ default: true }, () => deny());
    expect(codesOf((app) => forAll(app, 'one'))).toEqual([]);
    expect(
      problemsOf((app) => {
        forAll(app, 'one');
        forAll(app, 'two');
      }),
    ).toMatchObject([
      {
        code: 'AUTHORIZER_DEFAULT_TWICE',
        message: "'two' is to decide for every route, and so is 'one' at src/app.ts:3.",
      },
    ]);
  });

  it('are those of the app', () => {
    const other = new App('other').authorizer({ name: 'gate' }, () =>
      allow({ routes: '*', principalId: '1' }),
    );
    expect(faultsOf(() => other)).toEqual([
      [
        'AUTHORIZER_UNKNOWN',
        "Route 'GET /' names something as its authorizer that is no authorizer of this app.",
      ],
    ]);
    expect(faultsOf(() => () => true)).toEqual([['AUTHORIZER_UNKNOWN', expect.any(String)]]);
  });

  it('read tokens where scopes are asked for', () => {
    const withScopes = (authorizer: unknown) =>
      problemsOf((app) =>
        app.route('GET /', { name: 'home', authorizer: authorizer as never, scopes: ['read'] }, () => 1),
      ).map(({ code, message }) => [code, message]);
    expect(withScopes(jwtAuthorizer({ issuer, audience }))).toEqual([]);
    expect(withScopes(undefined)).toEqual([
      ['AUTHORIZER_SCOPES', "Route 'GET /' asks for the scopes read, and has no authorizer."],
    ]);
    expect(withScopes(lambdaAuthorizer({ function: somewhere }))).toMatchObject([
      [
        'AUTHORIZER_SCOPES',
        "Route 'GET /' asks for the scopes read, and its authorizer 'lambda' reads no tokens.",
      ],
    ]);
  });
});
