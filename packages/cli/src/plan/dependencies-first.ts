import type { Ordered } from './in-order.ts';

/** The items in their order, but that whatever one comes after stands before it: the same each time. */
export function dependenciesFirst<Item extends Ordered>(items: readonly Item[]): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const taken = new Set<Item>();
  const visit = (item: Item): void => {
    if (!byId.delete(item.id)) return;
    for (const id of item.after) {
      const before = byId.get(id);
      if (before) visit(before);
    }
    taken.add(item);
  };
  items.forEach(visit);
  return [...taken];
}
