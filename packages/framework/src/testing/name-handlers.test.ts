import { expect, test } from 'vitest';
import { App } from '../app.ts';
import { handlerName, nameHandlers } from './name-handlers.ts';

test('a handler without a name is called as its export is, or by its source and a number', () => {
  const app = new App('demo');
  const exported = app.schedule('rate(1 hour)', () => {});
  const hidden = app.lambda(() => {});
  app.lambda({ name: 'lambda1' }, () => {});
  nameHandlers(app, { app, exported, other: 1 });
  expect(app.state.registrations.map(({ name }) => name)).toEqual(['exported', 'lambda2', 'lambda1']);
  expect(handlerName(app, exported)).toBe('exported');
  expect(handlerName(app, hidden)).toBe('lambda2');
  expect(handlerName(app, 'anything')).toBe('anything');
  expect(handlerName(app, () => {})).toBeUndefined();
});

test('names are given once', () => {
  const app = new App('demo');
  const first = app.schedule('rate(1 hour)', () => {});
  nameHandlers(app);
  nameHandlers(app, { first });
  expect(handlerName(app, first)).toBe('schedule1');
});
