import type { ResourceDeclaration } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { ref } from '../resources/value.ts';
import { resourceEnvironment } from './environment.ts';
import { namesOf } from './names.ts';
import { resourceValues } from './resource-values.ts';
import { manifestOf, uses } from './testing/given.ts';
import { valueText } from './testing/value-text.ts';

const kinds = ['table', 'bucket', 'queue', 'topic', 'stream', 'secret', 'parameter'] as const;
const resources = kinds.map(
  (kind) => ({ kind, name: 'MyThing', indexes: [], fifo: false }) as ResourceDeclaration,
);
const values = resourceValues(manifestOf({ resources }), namesOf('shop', 'dev'));

function variables(kind: (typeof kinds)[number], ...attributes: readonly string[]) {
  const environment = resourceEnvironment([uses({ kind, name: 'MyThing' }, ...attributes)], values, {});
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, valueText(value)]));
}

test.each([
  ['table', 'name', { TANKARD_TABLE_MY_THING: '{table:MyThing name}' }],
  ['bucket', 'name', { TANKARD_BUCKET_MY_THING: 'shop-dev-mything-{accountId}-{region}' }],
  ['stream', 'name', { TANKARD_STREAM_MY_THING: '{stream:MyThing name}' }],
  ['queue', 'url', { TANKARD_QUEUE_MY_THING: '{queue:MyThing url}' }],
  ['queue', 'name', { TANKARD_QUEUE_MY_THING: '{queue:MyThing url}' }],
  ['topic', 'name', { TANKARD_TOPIC_MY_THING: '{topic:MyThing arn}' }],
  ['topic', 'arn', { TANKARD_TOPIC_MY_THING: '{topic:MyThing arn}' }],
  ['secret', 'value', { TANKARD_SECRET_MY_THING: '{secret:MyThing arn}' }],
  ['parameter', 'value', { TANKARD_PARAMETER_MY_THING: '{param MyThing}' }],
  ['table', 'arn', { TANKARD_TABLE_MY_THING_ARN: '{table:MyThing arn}' }],
  [
    'bucket',
    'arn',
    { TANKARD_BUCKET_MY_THING_ARN: 'arn:{partition}:s3:::shop-dev-mything-{accountId}-{region}' },
  ],
] as const)('a %s of which the code reads %s', (kind, attribute, expected) => {
  expect(variables(kind, attribute)).toEqual(expected);
});

test('both variables are set where the code reads both attributes', () => {
  expect(Object.keys(variables('queue', 'arn', 'url'))).toEqual([
    'TANKARD_QUEUE_MY_THING',
    'TANKARD_QUEUE_MY_THING_ARN',
  ]);
});

test("the app's addresses are set where there is an API and left out where there is none", () => {
  const use = [uses({ kind: 'url' }, 'value'), uses({ kind: 'url', name: 'websocket' }, 'send')];
  const api = ref('http-api:api', 'url');
  const websocket = ref('websocket-api:websocket', 'url');
  expect(resourceEnvironment(use, values, { api, websocket })).toEqual({
    TANKARD_URL: api,
    TANKARD_URL_WEBSOCKET: websocket,
  });
  expect(resourceEnvironment(use, values, {})).toEqual({});
});
