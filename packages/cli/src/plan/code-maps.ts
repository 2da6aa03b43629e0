import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { StateFiles } from '../state/store.ts';
import type { Plan } from './plan.ts';

/** A source map belongs to one code of one function: the same code may come from other lines elsewhere. */
export const mapName = (functionName: string, digest: string): string => `map-${functionName}-${digest}.gz`;

/**
 * Keeps the source maps of a plan's functions beside the journal. Before it is applied: a deploy that fails half-way
 * has brought new code as well.
 *
 * @param mapOf the map of a function, as JSON.
 */
export async function saveMaps(
  { wanted }: Plan,
  files: StateFiles,
  mapOf: (functionName: string) => string | undefined,
): Promise<void> {
  const stored = new Set(await files.names());
  for (const { node } of wanted) {
    if (node.kind !== 'function') continue;
    const name = mapName(node.name, node.model.code.digest);
    const map = mapOf(node.name);
    if (map !== undefined && !stored.has(name)) await files.write(name, await promisify(gzip)(map));
  }
}

/** The source map of one code of a function, as JSON; nothing where it is not kept. */
export async function savedMap(
  functionName: string,
  digest: string,
  files: StateFiles,
): Promise<string | undefined> {
  const bytes = await files.read(mapName(functionName, digest));
  return bytes && (await promisify(gunzip)(bytes)).toString('utf8');
}
