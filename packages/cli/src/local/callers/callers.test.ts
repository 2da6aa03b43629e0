import { expect, test } from 'vitest';
import { createCallers } from './callers.ts';

test('a process is known by its key, with what it is at, until it ends', () => {
  const callers = createCallers();
  const one = callers.admit('api');
  const other = callers.admit('api');
  expect(one.accessKeyId).not.toBe(other.accessKeyId);
  expect(callers.of(one.accessKeyId)).toEqual({ function: 'api', invocation: undefined });
  one.begin('first');
  expect(callers.of(one.accessKeyId)).toEqual({ function: 'api', invocation: 'first' });
  expect(callers.of(other.accessKeyId)).toEqual({ function: 'api', invocation: undefined });
  one.leave();
  expect(callers.of(one.accessKeyId)).toBeUndefined();
  expect(callers.of('local')).toBeUndefined();
});
