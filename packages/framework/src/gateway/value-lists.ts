type Pair = readonly [name: string, value: string];

/** Every value of each name, in order. The record has no prototype, because its names come from outside. */
export function valueLists(pairs: Iterable<Pair>): Record<string, string[]> {
  const lists: Record<string, string[]> = Object.create(null);
  for (const [name, value] of pairs) {
    const known = lists[name];
    if (known) known.push(value);
    else lists[name] = [value];
  }
  return lists;
}

/** One text of each list. */
export function single(
  lists: Readonly<Record<string, readonly string[]>>,
  pick: (values: readonly string[]) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, pick(values)]));
}

/** The names of headers don't tell capitals from small letters; HTTP/2 sends small ones. */
export function lowerNames(headers: readonly Pair[]): Pair[] {
  return headers.map(([name, value]) => [name.toLowerCase(), value]);
}
