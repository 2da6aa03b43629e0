import { expect, test } from 'vitest';
import { App, deny, iamAuthorizer, jwtAuthorizer, lambdaAuthorizer } from '../index.ts';
import { describe } from '../manifest/describe.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

const nothing = () => undefined;
const somewhere = 'arn:aws:lambda:eu-west-1:123456789012:function:it';
const jwt = jwtAuthorizer({ issuer: 'https://login.example.com', audience: ['chat'] });

/** Declares a route as JavaScript may do it, without the types. */
const declare = (app: App, route: string, options: object = {}) =>
  (app.websocket as (...args: unknown[]) => unknown)(route, { name: 'it', ...options }, nothing);

test.each(['$connect', '$disconnect', '$default', 'send', 'rooms/join', 'two words'])(
  '%s is a route',
  (route) => {
    expect(codesOf((app) => declare(app, route))).toEqual([]);
  },
);

test.each(['$open', ''])("'%s' is none", (route) => {
  expect(codesOf((app) => declare(app, route))).toEqual(['WEBSOCKET_ROUTE']);
});

test('a route has one handler', () => {
  const problems = problemsOf((app) => {
    app.websocket('send', { name: 'send' }, nothing);
    app.websocket('send', { name: 'sendAgain' }, nothing);
  });
  expect(problems).toMatchObject([{ code: 'WEBSOCKET_ROUTE_TWICE', subject: 'export sendAgain' }]);
});

test.each([
  ['send', { authorizer: iamAuthorizer() }, 'authorizer'],
  ['$connect', { reply: true }, 'reply'],
  ['$disconnect', { message: { '~standard': {} } }, 'message'],
])('%s takes no option that means nothing there', (route, options, option) => {
  const problems = problemsOf((app) => declare(app, route, options));
  expect(problems).toMatchObject([
    { code: 'WEBSOCKET_OPTION', message: expect.stringContaining(`option '${option}'`) },
  ]);
});

test('a route answers within what API Gateway waits', () => {
  expect(codesOf((app) => declare(app, 'send', { timeout: 30 }))).toEqual(['ROUTE_TIMEOUT']);
});

test.each([
  ['what reads tokens', jwt, 'WEBSOCKET_AUTHORIZER'],
  [
    'a function that is sent the token alone',
    lambdaAuthorizer({ function: somewhere, event: 'token' }),
    'WEBSOCKET_AUTHORIZER',
  ],
  [
    'a function that answers no policy',
    lambdaAuthorizer({ function: somewhere, answer: 'simple' }),
    'WEBSOCKET_AUTHORIZER',
  ],
  ['what is no authorizer', {}, 'AUTHORIZER_UNKNOWN'],
])('who connects is not asked by %s', (_, authorizer, code) => {
  expect(codesOf((app) => declare(app, '$connect', { authorizer }))).toEqual([code]);
});

test.each([
  ['a function of elsewhere', () => lambdaAuthorizer({ function: somewhere })],
  ['one of the app', (app: App) => app.authorizer({ name: 'gate', identity: ['query.token'] }, () => deny())],
  ['a signature', () => iamAuthorizer()],
])('who connects is asked by %s', (_, authorizer) => {
  expect(codesOf((app) => declare(app, '$connect', { authorizer: authorizer(app) }))).toEqual([]);
});

test("an app's authorizer for all is asked by '$connect' too, so that there has to be one", () => {
  const app = new App('chat');
  app.authorizer({ name: 'gate', default: true }, () => deny());
  app.websocket('send', { name: 'send' }, nothing);
  expect(() => describe(app)).toThrow('WEBSOCKET_OPEN');
  app.websocket('$connect', { name: 'join' }, nothing);
  const { handlers } = describe(app);
  expect(handlers.map(({ trigger }) => 'authorizer' in trigger && trigger.authorizer)).toEqual([
    false,
    false,
    'gate',
  ]);
});

test('what names the route of a message is a place in it', () => {
  const selectionAt = (routeKey?: string) => {
    const app = new App('chat', { websocket: { routeKey } });
    app.websocket('send', { name: 'send' }, nothing);
    return describe(app).websocket?.selection;
  };
  expect(selectionAt()).toBe('$request.body.action');
  expect(selectionAt('message.type')).toBe('$request.body.message.type');
  expect(() => selectionAt('$request.body.type')).toThrow('WEBSOCKET_ROUTE_KEY');
  expect(describe(new App('none')).websocket).toBeUndefined();
});

test('a handler is described with its schema and its function', () => {
  const app = new App('chat');
  declare(app, 'send', { message: { '~standard': {} }, reply: true, function: 'talk' });
  expect(describe(app).handlers).toMatchObject([
    { trigger: { source: 'websocket', route: 'send', function: 'talk', message: {}, reply: true } },
  ]);
});
