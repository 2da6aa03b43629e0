import { expect, test, vi } from 'vitest';
import { callRetries } from './retries.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name, cause: undefined });

/** How often a call may be made that fails in the same way every time. */
async function triesOf(
  error: ReturnType<typeof named>,
  errorType: 'THROTTLING' | 'CLIENT_ERROR',
  strategy = callRetries(4),
) {
  let token = await strategy.acquireInitialRetryToken('lambda');
  for (let tries = 1; ; tries += 1) {
    try {
      token = await strategy.refreshRetryTokenForRetry(token, { error, errorType });
    } catch {
      return tries;
    }
  }
}

test.each([
  ['ThrottlingException', '', 'THROTTLING', 4],
  ['ValidationException', '', 'CLIENT_ERROR', 1],
  ['OperationAbortedException', '', 'CLIENT_ERROR', 4],
  ['ConcurrentModificationException', '', 'CLIENT_ERROR', 4],
  ['ConflictException', 'Unable to complete operation due to concurrent modification.', 'CLIENT_ERROR', 4],
  ['ConflictException', 'Stage already exists', 'CLIENT_ERROR', 1],
  ['ResourceInUseException', 'Table is being updated', 'CLIENT_ERROR', 4],
  ['ResourceInUseException', 'Table already exists: orders', 'CLIENT_ERROR', 1],
  [
    'ResourceConflictException',
    'The function could not be updated due to a concurrent update operation.',
    'CLIENT_ERROR',
    4,
  ],
] as const)('%s %s (%s) is tried %i times', async (name, message, type, tries) => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  expect(await triesOf(named(name, message), type)).toBe(tries);
});

test('a call has its tries however many others had to be tried again', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const strategy = callRetries(4);
  const slow = named('ThrottlingException');
  for (let call = 0; call < 200; call += 1) await triesOf(slow, 'THROTTLING', strategy);
  expect(await triesOf(slow, 'THROTTLING', strategy)).toBe(4);
});
