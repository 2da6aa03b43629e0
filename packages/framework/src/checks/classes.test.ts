import { expect, test } from 'vitest';
import { type App, Rate } from '../index.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

function reportsOf(app: App) {
  class Reports {
    @app.schedule(Rate.days(1))
    send() {}
  }
  return Reports;
}

test('a class that is not used is named by its method', () => {
  const [problem] = problemsOf((app) => void reportsOf(app));
  expect(problem).toMatchObject({ code: 'CLASS_UNUSED', subject: 'method send' });
});

test('a class that is used once is fine', () => {
  expect(
    codesOf((app) => {
      const Reports = reportsOf(app);
      app.use(new Reports());
    }),
  ).toEqual([]);
});

test('a class that is used twice is reported as such, and not as two handlers of one name', () => {
  const codes = codesOf((app) => {
    const Reports = reportsOf(app);
    app.use(new Reports());
    app.use(new Reports());
  });
  expect(codes).toEqual(['CLASS_USED_TWICE']);
});
