import { expect, test, vi } from 'vitest';
import { App, isApp, isTankardError, TankardError } from './index.ts';

test('an app is known by its brand, whichever copy of the package made it', async () => {
  vi.resetModules();
  const { App: OtherApp } = await import('./app.ts');
  expect(OtherApp).not.toBe(App);
  expect(isApp(new OtherApp('test'))).toBe(true);
  expect([isApp({ name: 'test' }), isApp(null), isApp('app'), isApp(App)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('two apps know nothing of each other', () => {
  const [one, other] = [new App('one'), new App('other')];
  one.lambda({ name: 'work' }, () => 1);
  one.queue('Jobs');
  expect(other.state.registrations).toEqual([]);
  expect(other.state.resources).toEqual([]);
});

test('an error lists every problem and is known by its brand', () => {
  const problem = { code: 'A', severity: 'error', message: 'No.', remedy: 'Yes.' } as const;
  const error = new TankardError([problem, { ...problem, code: 'B' }]);
  expect(error.message).toBe('A  No.\nB  No.');
  expect(isTankardError(error)).toBe(true);
  expect(isTankardError(new Error('A'))).toBe(false);
  expect(isTankardError('A')).toBe(false);
});
