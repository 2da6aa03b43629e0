import { expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import { createSharedIdentity } from './shared-identity.ts';

test('a call is of the run that is under way, and from outside where there are two or none', async () => {
  const callers = createCallers();
  const identity = createSharedIdentity(callers);
  const now = () => callers.of(identity.accessKeyId);
  const end = Promise.withResolvers<void>();
  expect(now()).toBeUndefined();
  const first = identity.during('send', 'first', () => end.promise);
  expect(now()).toEqual({ function: 'send', invocation: 'first' });
  await identity.during('work', 'second', async () => expect(now()).toBeUndefined());
  expect(now()).toEqual({ function: 'send', invocation: 'first' });
  end.resolve();
  await first;
  expect(now()).toBeUndefined();
});

test('a run that fails is over', async () => {
  const callers = createCallers();
  const identity = createSharedIdentity(callers);
  await expect(identity.during('send', 'one', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(callers.of(identity.accessKeyId)).toBeUndefined();
});
