import type { Reason, Statement } from '../../resources/role/statement.ts';
import type { Value } from '../../resources/value.ts';
import type { Grant } from './grant.ts';

interface Collected {
  readonly action: string;
  readonly conditions: Statement['conditions'];
  readonly resources: Map<string, Value>;
  readonly because: Reason[];
}

/**
 * The fewest statements that grant exactly this: an action's resources are united, then actions of one
 * service with the same resources and conditions share a statement. The order is stable.
 */
export function mergeGrants(grants: readonly Grant[]): readonly Statement[] {
  const statements = new Map<string, Collected[]>();
  for (const collected of collectActions(grants)) {
    const service = collected.action.slice(0, collected.action.indexOf(':'));
    const resources = [...collected.resources.keys()].sort().join();
    const key = `${service} ${resources} ${JSON.stringify(collected.conditions)}`;
    statements.set(key, [...(statements.get(key) ?? []), collected]);
  }
  return [...statements.values()].map(toStatement).sort((a, b) => compare(orderOf(a), orderOf(b)));
}

function collectActions(grants: readonly Grant[]): Iterable<Collected> {
  const actions = new Map<string, Collected>();
  for (const { action, conditions, resources, because } of grants) {
    const key = `${action} ${JSON.stringify(conditions)}`;
    const collected: Collected = actions.get(key) ?? {
      action,
      conditions,
      resources: new Map(),
      because: [],
    };
    for (const resource of resources) collected.resources.set(JSON.stringify(resource), resource);
    collected.because.push(because);
    actions.set(key, collected);
  }
  return actions.values();
}

function toStatement(collected: readonly Collected[]): Statement {
  const resources = collected[0]?.resources ?? new Map<string, Value>();
  const conditions = collected[0]?.conditions;
  return {
    actions: collected.map(({ action }) => action).sort(compare),
    resources: [...resources]
      .sort(([a], [b]) => compare(readingOf(a), readingOf(b)))
      .map(([, resource]) => resource),
    ...(conditions ? { conditions } : {}),
    because: uniqueReasons(collected.flatMap(({ because }) => because)),
  };
}

function uniqueReasons(reasons: readonly Reason[]): readonly Reason[] {
  const byText = new Map(reasons.map((reason) => [JSON.stringify(reason), reason]));
  return [...byText.values()].sort(
    (a, b) =>
      compare(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      compare(a.text, b.text),
  );
}

const orderOf = (statement: Statement): string => JSON.stringify([statement.actions, statement.resources]);
/** A resource's key as it reads, so that a bucket stands before what is in it. */
const readingOf = (key: string): string => key.replace(/"\$join":|["{}[\],]/g, '');
// Not localeCompare: the order must be the same on every machine.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
