import { LAYER_ZIP, zipName } from '../../build/artifact.ts';
import type { BuiltApp } from '../../build/bundle/built-function.ts';
import { zipEntries } from '../../build/zip/zip-entries.ts';

/** Zips by their file names; one is made when it is first asked for, because what is unchanged is not uploaded. */
export function zipsOf(built: BuiltApp): (name: string) => Promise<Uint8Array> {
  const made = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const known = made.get(name) ?? zipped(built, name);
    made.set(name, known);
    return known;
  };
}

async function zipped({ functions, layer }: BuiltApp, name: string): Promise<Uint8Array> {
  const one = name === LAYER_ZIP ? layer : functions.find((each) => zipName(each.function) === name);
  if (!one) throw new Error(`Nothing was built for '${name}'.`);
  return zipEntries(one);
}
