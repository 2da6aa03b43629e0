import { expect, test } from 'vitest';
import { makeNode } from '../graph/make-node.ts';
import type { Statement } from '../resources/role/statement.ts';
import { parameter, type Value } from '../resources/value.ts';
import { mailSenders } from './mail-senders.ts';

const place = { file: 'src/mail.ts', line: 7 };
const sends = (from: Value): Statement => ({
  actions: ['ses:SendEmail'],
  resources: ['*'],
  conditions: { StringEquals: { 'ses:FromAddress': from } },
  because: [{ text: 'logs' }, { place, text: 'SendEmail' }],
});
const sendersOf = (...statements: readonly Statement[]) => {
  const role = makeNode('role', 'send', {
    physicalName: 'shop-dev-send',
    trusts: 'lambda.amazonaws.com',
    statements,
  });
  return mailSenders({ nodes: new Map([[role.id, role]]) }, { Sender: 'shop@example.com', Suffix: 'blue' });
};

test.each<[string, Value, readonly string[]]>([
  ['a literal', 'news@example.com', ['news@example.com']],
  ['a parameter', parameter('Sender'), ['shop@example.com']],
  ['one of several parameters', [parameter('Suffix'), parameter('Sender')], ['shop@example.com']],
  ['a parameter without a value', parameter('Other'), []],
])('a sender is %s', (_, from, addresses) => {
  expect(sendersOf(sends(from)).map(({ address }) => address)).toEqual(addresses);
});

test('two calls from one address are one sender, at the place of the first', () => {
  expect(sendersOf(sends('a@b.de'), sends('a@b.de'))).toEqual([{ address: 'a@b.de', place }]);
});

test('an app that sends no mail has no sender', () => {
  expect(sendersOf({ actions: ['s3:GetObject'], resources: ['*'], because: [] })).toEqual([]);
});
