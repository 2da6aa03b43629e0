import { zipName } from '../../build/artifact.ts';
import type { BuiltFunction } from '../../build/bundle/built-function.ts';
import { zipFunction } from '../../build/zip/zip-function.ts';

/** Zips by their file names; one is made when it is first asked for, because what is unchanged is not uploaded. */
export function zipsOf(built: readonly BuiltFunction[]): (name: string) => Promise<Uint8Array> {
  const made = new Map<string, Promise<Uint8Array>>();
  return (name) => {
    const known = made.get(name) ?? zipped(built, name);
    made.set(name, known);
    return known;
  };
}

async function zipped(built: readonly BuiltFunction[], name: string): Promise<Uint8Array> {
  const one = built.find(({ function: functionName }) => zipName(functionName) === name);
  if (!one) throw new Error(`Nothing was built for '${name}'.`);
  return zipFunction(one);
}
