export type Pair = readonly [name: string, value: string];

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
