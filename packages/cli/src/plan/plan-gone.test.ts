import { expect, test } from 'vitest';
import type { Kind } from '../graph/node.ts';
import type { LoadedReconcilers } from '../resources/load-reconcilers.ts';
import type { Reconciler } from '../resources/reconciler.ts';
import type { NodeId } from '../resources/value.ts';
import { type GoneSight, planGone } from './plan-gone.ts';

const traits: Partial<Record<Kind, Partial<Reconciler<Kind>>>> = {
  role: {},
  table: { data: true },
  function: {},
  permission: { partOf: 'function' },
};
const reconcilers: LoadedReconcilers = {
  kinds: ['role', 'table', 'function', 'permission'],
  of: (kind) => traits[kind] as Reconciler<Kind>,
};

/** `role:a`, recorded as made after others, or found in AWS without any record. */
function gone(id: NodeId, after: readonly NodeId[] | 'found' = [], more: Partial<GoneSight> = {}): GoneSight {
  const kind = id.slice(0, id.indexOf(':')) as Kind;
  const key = { name: id.slice(id.indexOf(':') + 1) };
  const recorded = after === 'found' ? undefined : { id, kind, key, after, left: {} };
  return { id, kind, key, recorded, present: true, replaced: false, ...more };
}

/** `remove role:a after function:a`, a line each. */
function planned(sights: readonly GoneSight[], withData = false): readonly string[] {
  return planGone(sights, reconcilers, { withData, replaceData: new Set() }).map(({ action, id, after }) => {
    const names = after.map((identity) => identity.replace(/ \[\["name","(.*)"\]\]$/, ':$1'));
    return [action, id, ...(names.length > 0 ? ['after', ...names] : [])].join(' ');
  });
}

test.each([
  [
    'what depends on something goes before it',
    [gone('role:a'), gone('function:a', ['role:a'])],
    ['remove role:a after function:a', 'remove function:a'],
  ],
  [
    'a part goes with its whole, and nothing waits for it',
    [gone('function:a'), gone('permission:a', ['function:a'])],
    ['remove function:a', 'with permission:a after function:a'],
  ],
  [
    'a part goes by itself where its whole stays',
    [gone('permission:a', ['function:a'])],
    ['remove permission:a'],
  ],
  [
    'what AWS has no more is forgotten',
    [gone('role:a', [], { present: false }), gone('function:a', ['role:a'])],
    ['forget role:a', 'remove function:a'],
  ],
  ['data is kept', [gone('table:t'), gone('function:a', ['table:t'])], ['keep table:t', 'remove function:a']],
  [
    'data that makes room for its successor goes',
    [gone('table:t', [], { replaced: true })],
    ['remove table:t'],
  ],
  [
    'without a record the order of kinds tells what depends on what',
    [gone('role:a', 'found'), gone('permission:p', 'found'), gone('function:a', ['role:a'])],
    [
      'remove role:a after permission:p function:a',
      'remove permission:p',
      'remove function:a after permission:p',
    ],
  ],
])('%s', (_, sights, lines) => {
  expect(planned(sights)).toEqual(lines);
});

test('data goes where the user says so', () => {
  expect(planned([gone('table:t')], true)).toEqual(['remove table:t']);
});
