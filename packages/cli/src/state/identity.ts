import type { Kind } from '../resources/models.ts';
import type { Key } from '../resources/reconciler.ts';

/** A kind and a key as one text: the same for the same resource, whatever the order of the key's parts. */
export function identityOf(kind: Kind, key: Key): string {
  const parts = Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${kind} ${JSON.stringify(parts)}`;
}
