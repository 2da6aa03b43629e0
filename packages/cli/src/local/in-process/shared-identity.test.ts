import { expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import { createSharedIdentity } from './shared-identity.ts';

test('a call is of the run that is under way, and of none where there are two or none', async () => {
  const callers = createCallers();
  const identity = createSharedIdentity(callers);
  const now = () => callers.of(identity.accessKeyId)?.invocation;
  const end = Promise.withResolvers<void>();
  expect(now()).toBeUndefined();
  const first = identity.during('first', () => end.promise);
  expect(now()).toBe('first');
  await identity.during('second', async () => expect(now()).toBeUndefined());
  expect(now()).toBe('first');
  end.resolve();
  await first;
  expect(now()).toBeUndefined();
});

test('a run that fails is over', async () => {
  const callers = createCallers();
  const identity = createSharedIdentity(callers);
  await expect(identity.during('one', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(callers.of(identity.accessKeyId)?.invocation).toBeUndefined();
});
