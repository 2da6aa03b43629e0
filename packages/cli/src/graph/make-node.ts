import type { Place } from '@tankard/framework/manifest';
import type { Models } from '../resources/models.ts';
import type { NodeId } from '../resources/value.ts';
import type { Kind, Node } from './node.ts';

interface Extra {
  readonly dependsOn?: readonly NodeId[];
  readonly place?: Place | undefined;
}

/** A node whose id is `kind:name`. */
export function makeNode<K extends Kind>(
  kind: K,
  name: string,
  model: Models[K],
  extra: Extra = {},
): Node<K> {
  return { id: `${kind}:${name}`, kind, name, model, dependsOn: extra.dependsOn ?? [], place: extra.place };
}
