import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { pseudo, ref } from '../value.ts';

test('a permission names the service, what it calls for, and the account where the ARN has none', () => {
  const model = {
    function: ref('function:f', 'arn'),
    principal: 's3.amazonaws.com',
    sourceArn: 'arn:aws:s3:::b',
    sourceAccount: pseudo('accountId'),
  };
  expect(propertiesOf('permission', model)).toEqual({
    Action: 'lambda:InvokeFunction',
    FunctionName: ref('function:f', 'arn'),
    Principal: 's3.amazonaws.com',
    SourceArn: 'arn:aws:s3:::b',
    SourceAccount: pseudo('accountId'),
  });
});

test.each([
  ['call', { Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }],
  ['invoke', { Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true }],
] as const)('everybody may %s through a function URL, and in no other way', (url, said) => {
  const model = { function: ref('function:f', 'arn'), principal: '*', url };
  expect(propertiesOf('permission', model)).toEqual({
    FunctionName: ref('function:f', 'arn'),
    Principal: '*',
    ...said,
  });
});
