import { expectTypeOf, test } from 'vitest';
import {
  App,
  allow,
  cognitoAuthorizer,
  deny,
  type FunctionAuth,
  type IamAuth,
  iamAuthorizer,
  jwtAuthorizer,
  lambdaAuthorizer,
  type RouteAuth,
  type TokenAuth,
} from '../index.ts';

const app = new App('types');
const jwt = jwtAuthorizer({ issuer: 'https://login.example.com', audience: ['shop'] });

test('a route knows what its authorizer finds', () => {
  app.route('GET /a', { authorizer: jwt }, (req) => expectTypeOf(req.auth).toEqualTypeOf<TokenAuth>());
  const pools = cognitoAuthorizer({ userPools: [] });
  app.route('GET /b', { authorizer: pools })((req) => expectTypeOf(req.auth).toEqualTypeOf<TokenAuth>());
  app.route('GET /c', { authorizer: iamAuthorizer() }, (req) =>
    expectTypeOf(req.auth).toEqualTypeOf<IamAuth>(),
  );
  const custom = lambdaAuthorizer({ function: 'arn:aws:lambda:eu-west-1:123456789012:function:it' });
  app.route('GET /d', { authorizer: custom }, (req) => expectTypeOf(req.auth).toEqualTypeOf<FunctionAuth>());
});

test('what a built-in authorizer passes on reaches its routes as text', () => {
  const admins = app.authorizer(async (request) => {
    if (request.token === '') return deny();
    return allow({ routes: '*', principalId: '1', context: { role: 'admin', level: 3 } });
  });
  app.route('GET /e', { authorizer: admins }, (req) => {
    expectTypeOf(req.auth.principalId).toBeString();
    expectTypeOf(req.auth.context).toEqualTypeOf<{ readonly role: string; readonly level: string }>();
    // @ts-expect-error the authorizer passes on no such thing
    return req.auth.context.name;
  });
});

test('without an authorizer of its own a route may have that of the app, or none', () => {
  app.route('GET /f', (req) => expectTypeOf(req.auth).toEqualTypeOf<RouteAuth | undefined>());
  app.route('GET /g', { authorizer: 'none' }, (req) =>
    expectTypeOf(req.auth).toEqualTypeOf<RouteAuth | undefined>(),
  );
});

test('what is no authorizer, decision or context is refused', () => {
  // @ts-expect-error a route is no authorizer
  app.route('GET /h', { authorizer: app.route('GET /i', () => 1) }, () => 1);
  // @ts-expect-error there is no such word
  app.route('GET /j', { authorizer: 'nobody' }, () => 1);
  // @ts-expect-error an authorizer decides
  app.authorizer(() => true);
  // @ts-expect-error a REST API takes no lists
  allow({ routes: '*', principalId: '1', context: { roles: ['a'] } });
  // @ts-expect-error an identity is a header, a parameter of the query, or the route
  app.authorizer({ identity: ['Authorization'] }, () => deny());
});
