import { expect, test } from 'vitest';
import { Rate, type RouteRequest } from '../index.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

test('a declaration without a handler is reported, and does not vanish', () => {
  const [problem, ...others] = problemsOf((app) => void app.schedule(Rate.hours(1), { name: 'tick' }));
  expect(problem).toMatchObject({ code: 'HANDLER_MISSING', message: expect.stringContaining("'schedule'") });
  expect(others).toEqual([]);
});

test('a handler that is undefined by mistake is one', () => {
  const handlers: Record<string, (request: RouteRequest<'GET /'>) => string> = {};
  const missing = handlers.list as never;
  expect(codesOf((app) => void app.route('GET /', missing))).toEqual(['HANDLER_MISSING']);
});

test('a wrapper and a decorator bring their handlers', () => {
  expect(
    codesOf((app) => {
      app.lambda({ name: 'wrapped' })(() => 1);
      class Reports {
        @app.schedule(Rate.days(1))
        send() {}
      }
      app.use(new Reports());
    }),
  ).toEqual([]);
});
