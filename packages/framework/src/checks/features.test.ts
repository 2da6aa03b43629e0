import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadedFeatures } from '../feature.ts';
import { Feature } from '../index.ts';
import { at } from '../scope.ts';
import { problemsOf } from './testing/problems-of.ts';

const place = { file: 'src/app.ts', line: 3 };

beforeEach(() => vi.stubEnv('TANKARD_LOADING', '1'));
afterEach(() => {
  loadedFeatures.length = 0;
  vi.unstubAllEnvs();
});

const feature = (name = 'users') => {
  const made = new Feature(name);
  made[at]({ file: 'src/users.ts', line: 2, name: `list${name}` }).lambda(() => 1);
  return made;
};

test.each(['/users', '', '/', '/{tenant}/users'])(
  'a feature that is mounted once, under %j, is fine',
  (prefix) => {
    expect(problemsOf((app) => app.mount(prefix, feature()))).toEqual([]);
  },
);

test('a feature that is mounted twice is refused at the second place', () => {
  const problems = problemsOf((app) => {
    const users = feature();
    app.mount('/users', users);
    app[at](place).mount('/people', users);
  });
  expect(problems).toMatchObject([{ code: 'FEATURE_MOUNTED_TWICE', place }]);
});

test.each([1, 2])('a circle of %d features is refused', (length) => {
  const problems = problemsOf((app) => {
    const [first, second] = [feature('first'), feature('second')];
    app.mount('/a', first);
    if (length === 2) first.mount('/b', second);
    else app.mount('/b', second);
    (length === 2 ? second : first)[at](place).mount('/c', first);
  });
  expect(problems).toMatchObject([{ code: 'FEATURE_CIRCLE', place }]);
});

test('a circle that is mounted nowhere is refused as such', () => {
  const problems = problemsOf(() => {
    const [first, second] = [feature('first'), feature('second')];
    first.mount('/b', second);
    second.mount('/a', first);
  });
  expect(problems.map(({ code }) => code)).toEqual([
    'FEATURE_CIRCLE',
    'FEATURE_UNMOUNTED',
    'FEATURE_UNMOUNTED',
  ]);
});

test('two features of one name are refused', () => {
  const problems = problemsOf((app) => {
    app.mount('/a', feature('users'));
    const other = new Feature('users');
    app[at](place).mount('/b', other);
  });
  expect(problems).toMatchObject([{ code: 'FEATURE_NAME_TWICE', place }]);
});

test.each(['users', '/users/', '//', '/a//b'])('the prefix %j is refused', (prefix) => {
  const problems = problemsOf((app) => app[at](place).mount(prefix, feature()));
  expect(problems).toMatchObject([{ code: 'FEATURE_PREFIX', place }]);
});

test('a feature that is mounted nowhere is refused at its first handler', () => {
  expect(problemsOf(() => feature())).toMatchObject([
    { code: 'FEATURE_UNMOUNTED', place: { file: 'src/users.ts', line: 2 } },
  ]);
});

test('outside of the command nobody asks whether a feature is mounted', () => {
  vi.unstubAllEnvs();
  expect(problemsOf(() => feature())).toEqual([]);
});

test('what waits for a handler in a feature is refused as in the app', () => {
  const problems = problemsOf((app) => {
    const users = new Feature('users');
    app.mount('/users', users);
    users.route('GET /');
    users.route('GET /x')(class {}.prototype, 'x', { value: () => 1 });
  });
  expect(problems.map(({ code }) => code)).toEqual(['HANDLER_MISSING', 'CLASS_UNUSED']);
});

test('two routes that meet through prefixes are refused', () => {
  const problems = problemsOf((app) => {
    const users = new Feature('users');
    app.mount('/users', users);
    users.route('GET /{id}', { name: 'show' }, () => 1);
    app.route('GET /users/{id}', { name: 'other' }, () => 1);
  });
  expect(problems).toMatchObject([{ code: 'ROUTE_TWICE' }]);
});
