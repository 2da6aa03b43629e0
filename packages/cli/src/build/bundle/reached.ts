import { resolve } from 'node:path';
import type { Metafile } from 'esbuild';
import { sharedParts } from './shared-parts.ts';
import { sharedNamespace } from './shared-plugin.ts';
import { ENTRY_NAMESPACE, SLICE_NAMESPACE } from './slice-plugin.ts';

/** By the path of a module of a shared file: what the project's imports call it, and `*` where a package imports it too. */
export type SharedRequests = ReadonlyMap<string, ReadonlySet<string>>;

/** What a function's entry leads to. */
export interface Reached {
  readonly requests: SharedRequests;
  /** Absolute paths of the packages' files that esbuild read. */
  readonly packageFiles: readonly string[];
}

const STAND_INS = sharedParts.map(({ file }) => `${sharedNamespace(file)}:`);
const OWN = [`${ENTRY_NAMESPACE}:`, `${SLICE_NAMESPACE}:`];

/** What several functions ask for. */
export function requestsOf(outputs: readonly Reached[]): SharedRequests {
  const all = new Map<string, Set<string>>();
  for (const [module, names] of outputs.flatMap(({ requests }) => [...requests]))
    all.set(module, new Set([...(all.get(module) ?? []), ...names]));
  return all;
}

/** Follows the imports from an entry: what other functions of the same run lead to does not count. */
export function reachedFrom(entry: string, { inputs }: Metafile, project: string): Reached {
  const requests = new Map<string, Set<string>>();
  const seen = new Set([entry]);
  for (const name of seen) {
    const isOwn = OWN.some((prefix) => name.startsWith(prefix));
    for (const { path, original = path, external } of inputs[name]?.imports ?? []) {
      if (external) continue;
      seen.add(path);
      const prefix = STAND_INS.find((one) => path.startsWith(one));
      if (prefix === undefined) continue;
      const module = path.slice(prefix.length);
      const known = requests.get(module) ?? new Set();
      requests.set(module, known.add(isOwn ? original : '*'));
    }
  }
  const files = [...seen].filter((name) => ![...OWN, ...STAND_INS].some((prefix) => name.startsWith(prefix)));
  return { requests, packageFiles: files.map((file) => resolve(project, file)) };
}
