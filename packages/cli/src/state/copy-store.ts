import type { StateStore } from './store.ts';

/**
 * Copies a journal and what is beside it into another store that has none.
 *
 * @returns whether there was something to copy, and nothing in its place.
 */
export async function copyStore(from: StateStore, to: StateStore): Promise<boolean> {
  const text = await from.read();
  if (text === undefined || (await to.read()) !== undefined) return false;
  for (const name of await from.files.names()) {
    const content = await from.files.read(name);
    if (content) await to.files.write(name, content);
  }
  // The journal last: with it the copy is whole.
  await to.replace(text);
  return true;
}
