import { expect, test } from 'vitest';
import { ref } from '../../resources/value.ts';
import { buildGraph } from '../build-graph.ts';
import { handler, inputOf, manifestOf } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';

const lambda = { source: 'lambda' } as const;
const input = inputOf(manifestOf({ handlers: [handler('send', lambda), handler('add', lambda)] }));
const layer = { zip: 'sdk.layer.zip', digest: '0123abcd', functions: new Set(['send']) };

test('the layer belongs to the functions that import the SDK, and to no other', () => {
  const graph = buildGraph({ ...input, layer });
  expect(nodeOf(graph, 'function', 'send').model.layers).toEqual([ref('layer:sdk', 'arn')]);
  expect(nodeOf(graph, 'function', 'add').model.layers).toEqual([]);
});

test('a layer says what is in it, because a version of other code has to be another one', () => {
  const described = (digest: string) =>
    nodeOf(buildGraph({ ...input, layer: { ...layer, digest } }), 'layer', 'sdk').model;
  expect(described('0123abcd')).toEqual({
    physicalName: 'shop-dev-sdk',
    description: 'tankard shop dev 0123abcd',
    zip: 'sdk.layer.zip',
    digest: '0123abcd',
    architectures: ['arm64', 'x86_64'],
  });
  expect(described('ffff').description).not.toBe(described('0123abcd').description);
});

test('an app without a layer has no node of one', () => {
  expect(idsOf(buildGraph(input), 'layer')).toEqual([]);
});
