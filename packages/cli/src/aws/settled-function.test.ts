import { expect, test } from 'vitest';
import { whenReady } from './settled-function.ts';
import { testClock } from './testing/test-clock.ts';

const errorOf = (name: string, message: string) => Object.assign(new Error(message), { name });

/** How often a call was made that fails in a way the first two times. */
async function triesWith(error: Error): Promise<number> {
  let tries = 0;
  const call = async () => {
    tries += 1;
    if (tries < 3) throw error;
  };
  await whenReady(call, { clock: testClock() }).catch(() => {});
  return tries;
}

test.each([
  ['InvalidParameterValueException', 'The role defined for the function cannot be assumed by Lambda.'],
  [
    'InvalidParameterValueException',
    'Lambda was unable to configure access to your environment variables because the KMS key is invalid.',
  ],
  [
    'ResourceConflictException',
    'The operation cannot be performed at this time. An update is in progress for resource: f',
  ],
  ['ResourceConflictException', 'The function is currently in the following state: Pending state'],
])('%s (%s) is over in a moment', async (name, message) => {
  expect(await triesWith(errorOf(name, message))).toBe(3);
});

test.each([
  ['InvalidParameterValueException', 'Unzipped size must be smaller than 262144000 bytes'],
  ['ResourceConflictException', 'Function already exist: f'],
  ['AccessDeniedException', 'is not authorized to perform: lambda:CreateFunction'],
])('%s (%s) is not', async (name, message) => {
  expect(await triesWith(errorOf(name, message))).toBe(1);
});
