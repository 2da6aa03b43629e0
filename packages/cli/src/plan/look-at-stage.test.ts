import { expect, test } from 'vitest';
import type { GraphOutput } from '../graph/node.ts';
import { graphOf, handler } from '../graph/testing/given.ts';
import { isKnown } from '../resources/known.ts';
import { graphBehind, parametersForLooking } from './look-at-stage.ts';

const graph = graphOf(
  [
    handler('list', { source: 'route', method: 'GET', path: '/' }),
    handler('clean', { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' }),
  ],
  [{ kind: 'table', name: 'Users', partitionKey: { name: 'id', type: 'string' }, indexes: [] }],
);
const output = (name: string): GraphOutput => {
  const found = graph.outputs.find((one) => one.name === name);
  if (!found) throw new Error(`The graph has no output ${name}.`);
  return found;
};

test.each([
  ['Url', ['http-api:api']],
  ['UsersTableName', ['table:Users']],
])('for %s nothing is looked at but %s', (name, ids) => {
  const behind = graphBehind(graph, output(name));
  expect([...behind.nodes.keys()]).toEqual(ids);
  expect(behind.outputs).toEqual([output(name)]);
});

test('a parameter without a value is not known, and stops nobody who only looks', () => {
  const { From, To } = parametersForLooking([{ name: 'From', value: 'a@b.c' }, { name: 'To' }]);
  expect(From).toBe('a@b.c');
  expect(isKnown(To)).toBe(false);
});
