import { expect, test } from 'vitest';
import { App } from '../index.ts';
import { describe } from '../manifest/index.ts';
import { at } from '../scope.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

test('two handlers of one name are shown with both of their places', () => {
  const [problem, ...more] = problemsOf((app) => {
    app[at]({ name: 'work', file: 'src/a.ts', line: 3 }).lambda(() => 1);
    app[at]({ name: 'work', file: 'src/b.ts', line: 9 }).lambda(() => 1);
  });
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    code: 'HANDLER_NAME_TWICE',
    message: "Two handlers are called 'work': at src/b.ts:9 and at src/a.ts:3.",
    place: { file: 'src/b.ts', line: 9 },
    subject: 'export work',
  });
});

test('a handler without a name is shown at its place', () => {
  const [problem] = problemsOf((app) => app[at]({ file: 'src/a.ts', line: 3 }).lambda(() => 1));
  expect(problem).toMatchObject({ code: 'HANDLER_UNNAMED', place: { file: 'src/a.ts', line: 3 } });
});

test.each(['$work', 'gr\u00fc\u00dfen', '1st', 'a b', 'x'.repeat(65)])(
  '%s is no name for a function',
  (name) => {
    expect(codesOf((app) => app.lambda({ name }, () => 1))).toEqual(['HANDLER_NAME_INVALID']);
  },
);

test("the name 'websocket' belongs to the function of the WebSocket routes, where there are some", () => {
  expect(codesOf((app) => app.lambda({ name: 'websocket' }, () => 1))).toEqual([]);
  const both = (app: App) => {
    app.lambda({ name: 'websocket' }, () => 1);
    app.websocket('$default', { name: 'hear' }, () => undefined);
  };
  expect(codesOf(both)).toEqual(['HANDLER_NAME_RESERVED']);
});

test('routes of HTTP and of WebSockets take functions apart', () => {
  const declare = (app: App, served: string) => {
    app.route('GET /', { name: 'home', function: served }, () => 1);
    app.websocket('$default', { name: 'hear', function: 'talk' }, () => undefined);
  };
  expect(codesOf((app) => declare(app, 'talk'))).toEqual(['FUNCTION_SHARED', 'FUNCTION_SHARED']);
  expect(codesOf((app) => declare(app, 'home2'))).toEqual([]);
  expect(codesOf((app) => declare(app, 'hear'))).toEqual(['FUNCTION_NAME_TAKEN']);
});

test("the name 'api' belongs to the function of the routes, where they share one", () => {
  expect(codesOf((app) => app.lambda({ name: 'api' }, () => 1))).toEqual(['HANDLER_NAME_RESERVED']);
  const separate = new App('test', { routes: 'separate' });
  separate.lambda({ name: 'api' }, () => 1);
  expect(describe(separate).handlers).toHaveLength(1);
});

test('a route can not be served by the function of another handler', () => {
  const codes = codesOf((app) => {
    app.lambda({ name: 'work' }, () => 1);
    app.route('GET /', { name: 'home', function: 'work' }, () => 1);
  });
  expect(codes).toEqual(['FUNCTION_NAME_TAKEN']);
});

test('a route may be served by the function of its own name', () => {
  expect(codesOf((app) => app.route('GET /', { name: 'home', function: 'home' }, () => 1))).toEqual([]);
});

test.each(['', '1st', 'my app', 'a'.repeat(33)])("'%s' is no name for an app", (name) => {
  expect(() => describe(new App(name))).toThrow(
    expect.objectContaining({
      problems: [
        {
          code: 'APP_NAME_INVALID',
          severity: 'error',
          message: expect.stringContaining(`'${name}'`),
          remedy: expect.any(String),
        },
      ],
    }),
  );
});

test('everything that is wrong is reported at once', () => {
  const codes = codesOf((app) => {
    app.lambda(() => 1);
    app.lambda({ name: 'big', memory: 64, timeout: 1000 }, () => 1);
    app.schedule('rate(1 hours)', { name: 'tick' }, () => 1);
  });
  expect(codes).toEqual(['HANDLER_UNNAMED', 'OPTION_BOUNDS', 'OPTION_BOUNDS', 'SCHEDULE_EXPRESSION']);
});
