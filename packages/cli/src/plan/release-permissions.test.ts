import { expect, test } from 'vitest';
import { makeNode } from '../graph/make-node.ts';
import type { AnyNode } from '../graph/node.ts';
import type { Statement } from '../resources/role/statement.ts';
import { ref } from '../resources/value.ts';
import { permissionNodes, widened } from './release-permissions.ts';
import { given } from './testing/given.ts';

const may = (action: string, line = 1, resource = 'arn:x'): Statement => ({
  actions: [action],
  resources: [resource],
  because: [{ text: 'code', place: { file: 'src/app.ts', line } }],
});
const role = (...statements: readonly Statement[]): AnyNode =>
  makeNode('role', 'send', { physicalName: 'shop-dev-send', trusts: 'lambda.amazonaws.com', statements });
const actionsOf = (node: AnyNode) =>
  node.kind === 'role' ? node.model.statements.flatMap(({ actions }) => actions) : [];

test('of a deploy the roles of its functions are kept, with the policies that belong to them', () => {
  const policy = makeNode('policy', 'send-2', {
    physicalName: 'shop-dev-send-2',
    role: ref('role:send', 'name'),
    statements: [],
  });
  const nodes = [given.function('send'), role(), policy, given.role('scheduler-invoke', 'scheduler')];
  expect(permissionNodes(nodes).map(({ id }) => id)).toEqual(['role:send', 'policy:send-2']);
});

test.each<[string, AnyNode, readonly AnyNode[], readonly string[]]>([
  ['as it is where nothing has changed but lines', role(may('a', 1)), [role(may('a', 9))], ['a']],
  [
    'with what it may do now, and what it might do then',
    role(may('then')),
    [role(may('now'))],
    ['now', 'then'],
  ],
  ['alone where it is not known what it may do now', role(may('then')), [], ['then']],
  [
    'alone where both do not fit into it',
    role(may('then')),
    [role(may('now', 1, `arn:${'x'.repeat(10_240)}`))],
    ['then'],
  ],
])('a role goes back %s', (_, then, newest, actions) => {
  expect(actionsOf(widened(then, newest))).toEqual(actions);
});

test('a function goes back as it was', () => {
  const then = given.function('send', { memory: 128 });
  expect(widened(then, [given.function('send')])).toBe(then);
});
