import { expect, test } from 'vitest';
import { policyVerdict } from './policy-verdict.ts';

const arn = 'arn:aws:execute-api:eu-west-1:1:abc/prod/GET/users';
const says = (Effect: string, Resource: unknown, more: object = {}) => ({
  Effect,
  Action: 'execute-api:Invoke',
  Resource,
  ...more,
});

test.each([
  ['what it allows', [says('Allow', arn)], 'allow'],
  ['a pattern that fits', [says('Allow', ['arn:aws:s3:::x', '*/GET/*'])], 'allow'],
  ['a statement that is no list', says('Allow', '*'), 'allow'],
  ['every action', [says('Allow', '*', { Action: ['s3:*', 'execute-api:*'] })], 'allow'],
  ['another action', [says('Allow', '*', { Action: 's3:GetObject' })], 'silent'],
  ['another resource', [says('Allow', `${arn}/7`)], 'silent'],
  ['nothing', [], 'silent'],
  ['a denial beside what allows', [says('Allow', '*'), says('Deny', arn)], 'deny'],
  ['what it allows under a condition', [says('Allow', '*', { Condition: {} })], 'silent'],
  ['what it denies under a condition', [says('Allow', '*'), says('Deny', '*', { Condition: {} })], 'deny'],
  ['resources that are no texts', [says('Allow', [7, null])], 'silent'],
])('a policy with %s', (_, Statement, verdict) => {
  expect(policyVerdict({ Version: '2012-10-17', Statement }, arn)).toBe(verdict);
});

test.each([undefined, null, 'allow', {}, { Statement: null }])('%j is no policy', (document) => {
  expect(policyVerdict(document, arn)).toBeUndefined();
});
