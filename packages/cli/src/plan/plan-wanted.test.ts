import { expect, test } from 'vitest';
import { unknownText } from '../resources/known.ts';
import type { Properties } from '../resources/reconciler.ts';
import { hashesOf } from './compare.ts';
import { planWanted } from './plan-wanted.ts';
import { given } from './testing/given.ts';

const node = given.table('Names');
const key = { name: 'shop-dev-Names' };
const old = { id: node.id, kind: 'table', key: { name: 'old' } } as const;

function actionOf(wanted: Properties, observed: Properties | undefined, left?: Properties) {
  const sight = {
    node,
    key,
    properties: wanted,
    after: [],
    observed: observed && { attributes: {}, properties: observed },
    recorded: left && { id: node.id, kind: 'table' as const, key, after: [], left: hashesOf(left) },
  };
  return planWanted(sight, { replaces: ['key'] }, undefined);
}

test.each([
  ['nothing there', { ttl: 'at' }, undefined, 'create'],
  ['the same there', { ttl: 'at' }, { ttl: 'at' }, 'unchanged'],
  ['a property that differs', { ttl: 'at' }, { ttl: 'until' }, 'update'],
  ['a property that AWS cannot change', { key: 'id', ttl: 'at' }, { key: 'mail', ttl: 'at' }, 'replace'],
  [
    'such a property that is not known yet',
    { key: unknownText('name', 'table:x') },
    { key: 'mail' },
    'update',
  ],
])('with %s the node is to %s', (_, wanted, observed, action) => {
  expect(actionOf(wanted, observed).action).toBe(action);
});

test.each([
  ['was left as it is wanted', { ttl: 'at' }, true],
  ['was left otherwise', { ttl: 'before' }, undefined],
  ['was left by nobody', undefined, undefined],
])('a property that %s has drifted or not', (_, left, drifted) => {
  const step = actionOf({ ttl: 'at' }, { ttl: 'until' }, left);
  expect('changes' in step && step.changes[0]?.drifted).toBe(drifted);
});

test('what is made in the place of something else says of what', () => {
  const sight = { node, key, properties: {}, after: [] };
  expect(planWanted(sight, { replaces: [] }, old)).toMatchObject({ action: 'create', replaces: old });
});
