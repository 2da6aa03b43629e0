import type { JsonObject, QueueDeclaration, ResourceDeclaration, Trigger } from '@tankard/framework/manifest';
import { describe, expect, test } from 'vitest';
import { namesOf } from './names.ts';
import { placeholdersOf } from './placeholders.ts';
import { policyArns } from './policy-arns.ts';
import { resourceValues } from './resource-values.ts';
import { graphOf, handler, manifestOf } from './testing/given.ts';
import { nodeOf } from './testing/node-of.ts';
import { valueText } from './testing/value-text.ts';

const kinds = ['table', 'bucket', 'queue', 'topic', 'stream', 'secret', 'parameter'] as const;
const partitionKey = { name: 'id', type: 'string' };
const resources = kinds.map(
  (kind) => ({ kind, name: 'It', partitionKey, indexes: [], fifo: false }) as ResourceDeclaration,
);
const bankKey = { kind: 'secret', name: 'bank/key', existing: 'bank/key' } as const;
const route = handler('show', { source: 'route', method: 'GET', path: '/' });
const manifest = manifestOf({ resources: [...resources, bankKey], handlers: [route] });
const values = resourceValues(manifest, namesOf('shop', 'dev'));
const { text, json } = placeholdersOf(manifest, { api: 'http' }, values);

test.each([
  ['{{table:It}}', '{table:It name}'],
  ['{{table:It#arn}}/index/*', '{table:It arn}/index/*'],
  ['{{bucket:It}}', 'shop-dev-it-{accountId}-{region}'],
  ['{{queue:It}}', '{queue:It url}'],
  ['{{queue:It#name}}', '{queue:It name}'],
  ['{{topic:It}}', '{topic:It arn}'],
  ['{{topic:It#name}}', '{topic:It name}'],
  ['{{stream:It}} and {{stream:It#arn}}', '{stream:It name} and {stream:It arn}'],
  ['{{secret:It}}', '{secret:It arn}'],
  ['{{secret:bank/key}}', '{param ExistingBankKeySecretName}'],
  ['{{parameter:It}}', '{param It}'],
  ['{{url:api}}/x', '{http-api:api url}/x'],
  ['', ''],
  ['{{name}} at {{table}}', '{{name}} at {{table}}'],
  ['{{table:Other}} of {{table:It}}', '{{table:Other}} of {table:It name}'],
])('%s becomes %s', (written, filled) => {
  expect(valueText(text(written))).toBe(filled);
});

test('a pattern keeps its shape, its numbers and its nulls', () => {
  const pattern: JsonObject = {
    detail: { size: [{ numeric: ['>', 5] }], by: [null], name: ['{{table:It}}'] },
  };
  expect(json(pattern)).toEqual({
    detail: { size: [{ numeric: ['>', 5] }], by: [null], name: [{ $ref: 'table:It', attribute: 'name' }] },
  });
});

test("a policy takes an existing secret's ARN, where a function takes its name", () => {
  const { filled } = policyArns(manifest, { stage: 'dev', api: 'http' });
  expect(valueText(filled('{{secret:bank/key}}'))).toBe(
    'arn:{partition}:secretsmanager:{region}:{accountId}:secret:{param ExistingBankKeySecretName}-??????',
  );
});

describe('in the graph', () => {
  const filter = { name: ['{{table:It}}'] };
  const filled = { name: [{ $ref: 'table:It', attribute: 'name' }] };
  const graphWith = (trigger: Trigger, settings = {}, more: readonly ResourceDeclaration[] = []) =>
    graphOf([handler('work', trigger, settings)], [...resources, ...more]);
  const sqs = { source: 'sqs', queue: { kind: 'queue', name: 'It' }, batchSize: 10, batch: false } as const;

  test("a function's environment is filled in", () => {
    const graph = graphWith({ source: 'lambda' }, { environment: { TABLE: '{{table:It}}', LEVEL: 'debug' } });
    const { environment } = nodeOf(graph, 'function', 'work').model;
    expect(environment).toEqual({ TABLE: { $ref: 'table:It', attribute: 'name' }, LEVEL: 'debug' });
  });

  test("so are a rule's pattern, a topic's filter and a mapping's filters", () => {
    const onEvent = graphWith({ source: 'event', pattern: { detail: filter } });
    expect(nodeOf(onEvent, 'rule', 'work').model.pattern).toEqual({ detail: filled });
    const onTopic = graphWith({ source: 'sns', topic: { kind: 'topic', name: 'It' }, filter });
    expect(nodeOf(onTopic, 'subscription', 'work').model.filter).toEqual(filled);
    const onQueue = graphWith({ ...sqs, filters: [{ body: filter }] });
    expect(nodeOf(onQueue, 'mapping', 'work').model.filters).toEqual([{ body: filled }]);
  });

  test('and the filter of a queue that a topic feeds', () => {
    const from = { kind: 'topic', name: 'It' } as const;
    const fed: QueueDeclaration = { kind: 'queue', name: 'Fed', fifo: false, from, filter };
    const graph = graphWith({ source: 'lambda' }, {}, [fed]);
    expect(nodeOf(graph, 'subscription', 'queue-Fed').model.filter).toEqual(filled);
  });
});
