import { expect, test } from 'vitest';
import { graphOf, handler } from '../graph/testing/given.ts';
import type { NodeId } from '../resources/value.ts';
import { logicalIds } from './logical-ids.ts';

const graph = graphOf(
  [
    handler('sendScheduledMessages', { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' }),
    handler('list', { source: 'route', method: 'GET', path: '/{group}/subscribers' }),
    handler('a-b', { source: 'lambda' }),
    handler('aB', { source: 'lambda' }),
  ],
  [
    { kind: 'bucket', name: 'ScheduledMessagesBucket' },
    { kind: 'table', name: 'Subscribers', partitionKey: { name: 'id', type: 'string' }, indexes: [] },
  ],
);
const ids = logicalIds(graph);

test.each<[NodeId, string]>([
  ['function:sendScheduledMessages', 'SendScheduledMessagesFunction'],
  ['role:sendScheduledMessages', 'SendScheduledMessagesRole'],
  ['schedule:sendScheduledMessages', 'SendScheduledMessagesSchedule'],
  ['table:Subscribers', 'SubscribersTable'],
  ['bucket:ScheduledMessagesBucket', 'ScheduledMessagesBucket'],
  ['http-route:GET /{group}/subscribers', 'GetGroupSubscribersRoute'],
  ['http-api:api', 'ApiHttpApi'],
])('%s is called %s', (id, logical) => {
  expect(ids.node(id)).toBe(logical);
});

test('two names that read alike get different ids', () => {
  expect(ids.node('function:a-b')).toMatch(/^ABFunction[0-9a-f]{6}$/);
  expect(ids.node('function:a-b')).not.toBe(ids.node('function:aB'));
});

test('a parameter that is called as a resource gets another id', () => {
  const both = logicalIds({ ...graph, parameters: [{ name: 'SubscribersTable' }] });
  expect(both.parameter('SubscribersTable')).not.toBe(both.node('table:Subscribers'));
});

test('a node that the graph does not hold is a mistake of ours', () => {
  expect(() => ids.node('table:Nobody')).toThrow("The graph names 'table:Nobody' and does not hold it.");
});
