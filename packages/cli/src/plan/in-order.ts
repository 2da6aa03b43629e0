/** Something that has to wait for others. */
export interface Ordered {
  readonly id: string;
  /** Ids that come before; those that are not in the list are not waited for. */
  readonly after: readonly string[];
}

/**
 * Does the work of each item as soon as everything before it is done, several at a time. After a
 * failure nothing new begins, what runs is awaited, and all failures are handed back.
 *
 * @param limit how many run at once.
 * @throws Error where items wait for each other.
 */
export async function inOrder<Item extends Ordered>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<readonly unknown[]> {
  const waiting = new Map(items.map((item) => [item.id, item]));
  const running = new Map<string, Promise<void>>();
  const failures: unknown[] = [];
  const unfinished = new Set(waiting.keys());
  while (unfinished.size > 0) {
    for (const item of failures.length > 0 ? [] : waiting.values()) {
      if (running.size >= limit) break;
      if (item.after.some((id) => id !== item.id && unfinished.has(id))) continue;
      waiting.delete(item.id);
      const done = work(item)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => {
          running.delete(item.id);
          unfinished.delete(item.id);
        });
      running.set(item.id, done);
    }
    if (running.size === 0) {
      if (failures.length > 0) break;
      throw new Error(`These wait for each other: ${[...unfinished].join(', ')}.`);
    }
    await Promise.race(running.values());
  }
  return failures;
}
