/** What an engine says of one thing, by kind and name: `function shop-dev-api`. */
export type Reading = Readonly<Record<string, unknown>>;

/** What one service has; `names` tells what each id of its own making stands for. */
export interface ServiceReading {
  readonly things: Reading;
  readonly names?: Readonly<Record<string, string>> | undefined;
}

/** Readings of single things, one after another: the engine has one process. */
export async function readEach<T>(
  things: readonly T[],
  read: (thing: T) => Promise<readonly [name: string, attributes: unknown]>,
): Promise<Reading> {
  const entries: (readonly [string, unknown])[] = [];
  for (const thing of things) entries.push(await read(thing));
  return Object.fromEntries(entries);
}

/** Nothing where something has none of it. */
export const orNone = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);
