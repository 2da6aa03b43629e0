import { expect, test } from 'vitest';
import { buildGraph } from './build-graph.ts';
import { configOf, handler, inputOf, manifestOf, uses } from './testing/given.ts';

const manifest = manifestOf({
  handlers: [handler('send', { source: 'lambda' })],
  resources: [
    { kind: 'parameter', name: 'From', description: 'Whom mails are from' },
    { kind: 'parameter', name: 'Subject', default: 'Hello' },
    { kind: 'parameter', name: 'Unused' },
    { kind: 'table', name: 'users', existing: 'users', indexes: [] },
  ],
});
const usages = [
  {
    function: 'send',
    calls: [],
    notSeen: [],
    resources: [
      uses({ kind: 'parameter', name: 'From' }, 'value'),
      uses({ kind: 'parameter', name: 'Subject' }, 'value'),
      uses({ kind: 'table', name: 'users' }, 'name'),
    ],
  },
];
const parametersWith = (parameters: Record<string, string>) =>
  buildGraph({ ...inputOf(manifest, configOf({ parameters })), usages }).parameters.map(({ name, value }) => [
    name,
    value,
  ]);

test('the user is asked for what some function uses, and for nothing else', () => {
  expect(parametersWith({})).toEqual([
    ['From', undefined],
    ['Subject', 'Hello'],
    ['ExistingUsersTableName', 'users'],
  ]);
});

test('a value that is given wins over the default', () => {
  expect(
    parametersWith({ From: 'a@example.com', Subject: 'Moin', ExistingUsersTableName: 'people' }),
  ).toEqual([
    ['From', 'a@example.com'],
    ['Subject', 'Moin'],
    ['ExistingUsersTableName', 'people'],
  ]);
});
