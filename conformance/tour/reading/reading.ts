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
  const reading: Record<string, unknown> = {};
  for (const thing of things) note(reading, ...(await read(thing)));
  return reading;
}

/** Adds a thing; one of a name that is there already gets another, so that what is there twice shows. */
export function note(reading: Record<string, unknown>, name: string, attributes: unknown): void {
  const free = name in reading ? `${name} again` : name;
  reading[free] = attributes;
}

/** Nothing where something has none of it. */
export const orNone = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);
