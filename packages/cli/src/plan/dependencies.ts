import type { AnyNode } from '../graph/node.ts';
import { referencesIn } from '../graph/references.ts';
import type { NodeId } from '../resources/value.ts';

/** The nodes that a node comes after: those that it refers to, and those that it says. */
export function dependenciesOf({ id, model, dependsOn }: AnyNode): readonly NodeId[] {
  const named = referencesIn(model).flatMap((leaf) => ('$ref' in leaf ? [leaf.$ref] : []));
  return [...new Set([...named, ...dependsOn])].filter((other) => other !== id);
}
