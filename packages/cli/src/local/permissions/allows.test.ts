import { expect, test } from 'vitest';
import { allows } from './allows.ts';
import type { AllowStatement, Right } from './right.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-1:000000000000:table/Names';
const right = (over: Partial<Right> = {}): Right => ({
  action: 'dynamodb:PutItem',
  resource: TABLE,
  context: {},
  ...over,
});
const statement = (over: Partial<AllowStatement> = {}): AllowStatement => ({
  actions: ['dynamodb:PutItem'],
  resources: [TABLE],
  ...over,
});

test.each<[string, AllowStatement, Right, boolean]>([
  ['the action on the resource', statement(), right(), true],
  ['another action', statement(), right({ action: 'dynamodb:GetItem' }), false],
  ['another resource', statement(), right({ resource: `${TABLE}2` }), false],
  ['an action in other capitals', statement({ actions: ['DynamoDB:putitem'] }), right(), true],
  ['an action by a pattern', statement({ actions: ['dynamodb:Put*'] }), right(), true],
  ['everything', statement({ actions: ['*'], resources: ['*'] }), right(), true],
  [
    'what lies below a resource',
    statement({ resources: [`${TABLE}/index/*`] }),
    right({ resource: `${TABLE}/index/byAge` }),
    true,
  ],
  ['a resource itself by what lies below it', statement({ resources: [`${TABLE}/*`] }), right(), false],
  ['a dot as a dot', statement({ resources: ['arn:a.c'] }), right({ resource: 'arn:abc' }), false],
])('%s', (_, one, asked, expected) => {
  expect(allows([one], asked)).toBe(expected);
});

const from = (operator: string, values: string | readonly string[]) =>
  statement({
    actions: ['ses:SendEmail'],
    resources: ['*'],
    conditions: { [operator]: { 'ses:FromAddress': values } },
  });
const mail = (address?: string): Right => ({
  action: 'ses:SendEmail',
  resource: 'arn:aws:ses:eu-west-1:000000000000:identity/example.com',
  context: address === undefined ? {} : { 'ses:FromAddress': address },
});

test.each<[AllowStatement, Right, boolean]>([
  [from('StringEquals', 'a@example.com'), mail('a@example.com'), true],
  [from('StringEquals', ['b@example.com', 'a@example.com']), mail('a@example.com'), true],
  [from('StringEquals', 'a@example.com'), mail('b@example.com'), false],
  [from('StringEquals', 'a@example.com'), mail(), false],
  [from('StringEqualsIfExists', 'a@example.com'), mail(), true],
  [from('StringLike', '*@example.com'), mail('x@example.com'), true],
  [from('StringNotEquals', 'a@example.com'), mail('b@example.com'), true],
  [from('StringNotEquals', 'a@example.com'), mail('a@example.com'), false],
  [from('NumericLessThan', '3'), mail('2'), false],
])('a condition holds or does not: %j', (one, asked, expected) => {
  expect(allows([one], asked)).toBe(expected);
});

test('a role without statements allows nothing', () => {
  expect(allows([], right())).toBe(false);
});
