import type { Graph } from '../../graph/node.ts';
import type { Statement } from '../../resources/role/statement.ts';
import type { Value } from '../../resources/value.ts';
import { nodesOf } from '../app/nodes-of.ts';
import { type LocalPlaces, type PlainValue, resolveValue } from '../app/resolve-value.ts';
import type { AllowStatement } from './right.ts';

/** What each function's role allows, by the function's name. */
export function functionStatements(
  graph: Graph,
  places: LocalPlaces,
): ReadonlyMap<string, readonly AllowStatement[]> {
  const plain = ({ actions, resources, conditions }: Statement): AllowStatement => ({
    actions,
    resources: resources.map((resource) => String(resolveValue(resource, graph, places))),
    conditions: conditions && (resolveValue(conditions as Value, graph, places) as Conditions & PlainValue),
  });
  const roles = new Map(nodesOf(graph, 'role').map(({ id, model }) => [id, model.statements]));
  const policies = nodesOf(graph, 'policy');
  return new Map(
    nodesOf(graph, 'function').map(({ name, model }) => {
      const role = model.role.$ref as `role:${string}`;
      const managed = policies.filter((policy) => policy.model.role.$ref === role);
      const all = [...(roles.get(role) ?? []), ...managed.flatMap((policy) => policy.model.statements)];
      // A role denies only what networks need, and there are none here.
      return [name, all.filter(({ effect }) => effect !== 'Deny').map(plain)];
    }),
  );
}

type Conditions = NonNullable<AllowStatement['conditions']>;
