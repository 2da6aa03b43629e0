import { expect, test } from 'vitest';
import { awsProblem } from './aws-problem.ts';
import { noteCall } from './error.ts';

function awsError(name: string, message: string, requestId?: string): Error {
  const error = Object.assign(new Error(message), { name, $metadata: { requestId } });
  noteCall(error, { service: 'Lambda', operation: 'CreateFunction' });
  return error;
}

test('a refusal names the call, the step, the place and the request', () => {
  const place = { file: 'src/app.ts', line: 3 };
  const step = 'create function:send';
  expect(
    awsProblem(awsError('InvalidParameterValueException', 'Too large.', 'r-1'), { step, place }),
  ).toMatchObject({
    code: 'AWS_FAILED',
    message: 'Lambda CreateFunction failed with InvalidParameterValueException: Too large. (request r-1)',
    subject: step,
    place,
  });
});

test('a permission that is missing is named in the remedy', () => {
  expect(awsProblem(awsError('AccessDeniedException', 'no'))?.remedy).toContain(
    'permission for CreateFunction',
  );
});

test.each(['CredentialsProviderError', 'ExpiredTokenException', 'UnrecognizedClientException'])(
  '%s is about the credentials, whatever the call',
  (name) => {
    expect(awsProblem(awsError(name, 'no'))?.code).toBe('AWS_CREDENTIALS');
  },
);

test('an error of our own is no problem of AWS', () => {
  expect(awsProblem(new TypeError('x is not a function'))).toBeUndefined();
});
