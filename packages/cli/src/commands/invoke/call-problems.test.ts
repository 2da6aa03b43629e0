import { expect, test } from 'vitest';
import { handlerFailed, notDeployed } from './call-problems.ts';

test('a function that is not there tells how to bring it there', () => {
  expect(notDeployed('send', 'prod')).toMatchObject({
    code: 'FUNCTION_NOT_DEPLOYED',
    message: "The function 'send' is not in AWS in the stage prod.",
    remedy: expect.stringContaining('tankard deploy --stage prod'),
  });
});

test.each([
  ['an error', { errorType: 'TypeError', errorMessage: 'no' }, 'send failed: TypeError: no'],
  ['nothing', undefined, 'send failed: Error: '],
])('a handler that failed with %s is told by it', (_, result, message) => {
  expect(handlerFailed('send', result)).toMatchObject({ code: 'INVOKED_HANDLER_FAILED', message });
});
