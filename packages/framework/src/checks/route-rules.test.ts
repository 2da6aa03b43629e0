import { describe, expect, it } from 'vitest';
import { parseRoute } from '../http/pattern.ts';
import type { HandlerDeclaration, RouteTrigger } from '../manifest/types.ts';
import { codes } from './codes.ts';
import { checkRoutes } from './route-rules.ts';

function route(pattern: string, more: Partial<HandlerDeclaration<RouteTrigger>> = {}) {
  return {
    name: 'show',
    place: { file: 'src/app.ts', line: 14 },
    trigger: { source: 'route', ...parseRoute(pattern) },
    settings: {},
    ...more,
  } satisfies HandlerDeclaration<RouteTrigger>;
}

const codesOf = (...patterns: string[]) =>
  checkRoutes(patterns.map((each) => route(each))).map((p) => p.code);

describe('the rules of routes', () => {
  it.each([
    'GET /',
    'ANY /{proxy+}',
    'POST /users/{id}/posts/{post-id}',
    'GET /files/{path+}',
    'GET /a.b/~me/@you/v1:run',
  ])('accept %s', (pattern) => {
    expect(codesOf(pattern)).toEqual([]);
  });

  it.each([
    ['/users', 'ROUTE_METHOD', "Write 'GET /users'."],
    ['get /users', 'ROUTE_METHOD', "Write 'GET /users'."],
    ['FETCH /users', 'ROUTE_METHOD', 'Write one of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, ANY.'],
    ['GET users', 'ROUTE_SLASH_MISSING', "Write 'GET /users'."],
    ['GET users/', 'ROUTE_SLASH_MISSING', "Write 'GET /users'."],
    ['GET users//all/', 'ROUTE_SLASH_MISSING', "Write 'GET /users/all'."],
    ['GET', 'ROUTE_SLASH_MISSING', "Write 'GET /'."],
    ['GET  /users', 'ROUTE_SLASH_MISSING', "Write 'GET /users'."],
    ['GET /users/', 'ROUTE_TRAILING_SLASH', "API Gateway would answer 404 on '/users'. Write 'GET /users'."],
    ['GET /a//b', 'ROUTE_DOUBLE_SLASH', "Two slashes in a row can't be called. Write 'GET /a/b'."],
    ['GET //', 'ROUTE_DOUBLE_SLASH', "Two slashes in a row can't be called. Write 'GET /'."],
    [
      'GET /{}',
      'ROUTE_PARAM_NAME',
      "A name is made of letters, digits, '_', '-', '.' and ':', as in '{id}'.",
    ],
    [
      'GET /{a b}',
      'ROUTE_PARAM_NAME',
      "A name is made of letters, digits, '_', '-', '.' and ':', as in '{id}'.",
    ],
    ['GET /{a}/x/{a}', 'ROUTE_PARAM_TWICE', 'Give each parameter a name of its own.'],
    ['GET /{a}/x/{a+}', 'ROUTE_PARAM_TWICE', 'Give each parameter a name of its own.'],
    ['GET /{a+}/x', 'ROUTE_GREEDY_NOT_LAST', "Write '{a}' for one part of the path, or put '{a+}' last."],
    [
      'GET /{a}{b}',
      'ROUTE_PARAM_PART',
      "A parameter is a whole part of the path, as in '/{id}'. Take the text apart in the handler.",
    ],
    [
      'GET /user-{id}',
      'ROUTE_PARAM_PART',
      "A parameter is a whole part of the path, as in '/{id}'. Take the text apart in the handler.",
    ],
    [
      'GET /{id',
      'ROUTE_PARAM_PART',
      "A parameter is a whole part of the path, as in '/{id}'. Take the text apart in the handler.",
    ],
    [
      'GET /a?b=c',
      'ROUTE_CHARACTER',
      'A query and encoded characters are no part of a route: read them from req.query and req.params.',
    ],
    [
      'GET /a%20b',
      'ROUTE_CHARACTER',
      'A query and encoded characters are no part of a route: read them from req.query and req.params.',
    ],
  ])('refuse %s with %s', (pattern, code, remedy) => {
    expect(checkRoutes([route(pattern)])).toMatchObject([{ code, severity: 'error', remedy }]);
  });

  it('find everything that is wrong with one route', () => {
    expect(codesOf('get /{a}{b}/{a b}/')).toEqual([
      'ROUTE_METHOD',
      'ROUTE_PARAM_PART',
      'ROUTE_PARAM_NAME',
      'ROUTE_TRAILING_SLASH',
    ]);
  });

  it('say the place and what stands there', () => {
    expect(checkRoutes([route('GET /users/', { name: 'listUsers' })])).toEqual([
      {
        code: 'ROUTE_TRAILING_SLASH',
        severity: 'error',
        message: "Route 'GET /users/' ends with a slash.",
        place: { file: 'src/app.ts', line: 14 },
        subject: 'export listUsers',
        remedy: "API Gateway would answer 404 on '/users'. Write 'GET /users'.",
      },
    ]);
  });

  it('name the class and method of a decorated handler', () => {
    const [problem] = checkRoutes([route('GET /a/', { member: { class: 'Users', method: 'list' } })]);
    expect(problem?.subject).toBe('Users.list');
  });

  it('refuse a route that stands twice, and say where the other one is', () => {
    const problems = checkRoutes([
      route('GET /a', { name: 'one', place: { file: 'src/one.ts', line: 3 } }),
      route('GET /a', { name: 'two' }),
      route('POST /a', { name: 'three' }),
    ]);
    expect(problems).toMatchObject([
      { code: 'ROUTE_TWICE', message: "Route 'GET /a' stands twice: it is also 'one' at src/one.ts:3." },
    ]);
  });

  it('refuse routes that differ only in the names of their parameters', () => {
    expect(codesOf('GET /u/{id}', 'GET /u/{name}', 'GET /u/{name+}', 'POST /u/{name}')).toEqual([
      'ROUTE_PARAM_NAMES',
    ]);
  });

  it('refuse a timeout that API Gateway would not wait for', () => {
    expect(checkRoutes([route('GET /a', { settings: { timeout: 30 } })])).toMatchObject([
      { code: 'ROUTE_TIMEOUT', message: "Route 'GET /a' has a timeout of 30 seconds." },
    ]);
    expect(checkRoutes([route('GET /a', { settings: { timeout: 29 } })])).toEqual([]);
    const trigger = { source: 'route', method: 'GET', path: '/a', stream: true } as const;
    expect(checkRoutes([route('GET /a', { settings: { timeout: 900 }, trigger })])).toEqual([]);
  });

  it('have a test for each of their codes', () => {
    const provoked = new Set([
      ...codesOf('/a', 'GET a', 'GET /a/', 'GET /a//b', 'GET /{}', 'GET /{a}/{a}', 'GET /{a+}/b'),
      ...codesOf('GET /{a}b', 'GET /a?', 'GET /b', 'GET /b', 'GET /c/{a}', 'GET /c/{b}'),
      ...checkRoutes([route('GET /t', { settings: { timeout: 31 } })]).map((problem) => problem.code),
    ]);
    expect([...provoked].sort()).toEqual(Object.keys(codes).filter((code) => code.startsWith('ROUTE_')));
  });
});
