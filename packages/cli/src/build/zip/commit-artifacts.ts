import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readEarlierZip } from './comment.ts';
import { commitOutput } from './commit-output.ts';
import { type Companion, refuseForeign, staleCompanions } from './own-files.ts';
import type { PreparedArtifacts } from './prepare-artifacts.ts';

/**
 * Writes prepared artifacts (`<function>.zip`, `maps/<function>.map`, the zip of the SDK's layer) together with what
 * belongs to them, such as the template, and takes away those of functions that are no more.
 *
 * @param companions - by path below the folder
 * @throws TankardError with OUTPUT_NOT_OURS, OUTPUT_NOT_WRITABLE
 */
export async function commitArtifacts(
  out: string,
  prepared: PreparedArtifacts,
  companions: ReadonlyMap<string, Companion> = new Map(),
): Promise<void> {
  await refuseForeign(out, zipsOf(prepared), companions);
  const files = new Map<string, string | Uint8Array>();
  for (const [name, { content }] of companions) if (content !== undefined) files.set(name, content);
  for (const { artifact, content, map } of prepared.functions) {
    if (content) files.set(artifact.zip, content);
    files.set(`maps/${artifact.function}.map`, map);
  }
  if (prepared.layer?.content) files.set(prepared.layer.zip, prepared.layer.content);
  const stale = [...(await staleFiles(out, prepared)), ...(await staleCompanions(out, companions))];
  await commitOutput(out, files, stale);
}

function zipsOf({ functions, layer }: PreparedArtifacts): readonly string[] {
  return [...functions.map(({ artifact }) => artifact.zip), ...(layer ? [layer.zip] : [])];
}

/** What an earlier run wrote for functions that the app has no more. */
async function staleFiles(out: string, prepared: PreparedArtifacts): Promise<readonly string[]> {
  const current = new Set(zipsOf(prepared));
  const names = await readdir(out).catch(() => []);
  const zips = names.filter((name) => name.endsWith('.zip') && !current.has(name));
  const ours = zips.filter((zip) => readEarlierZip(join(out, zip)));
  return ours.flatMap((zip) => [zip, `maps/${zip.slice(0, -'.zip'.length)}.map`]);
}
