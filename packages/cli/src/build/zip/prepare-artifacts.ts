import { type Problem, TankardError } from '@tankard/framework/errors';
import { type FunctionArtifact, LAYER_ZIP, zipName } from '../artifact.ts';
import type { BuiltApp, BuiltFunction } from '../bundle/built-function.ts';
import { unzippedProblems, zipProblems } from './limits.ts';
import { type PreparedZip, prepareZip } from './prepare-zip.ts';

/** Everything that was built of an app, zipped and not written yet. */
export interface PreparedArtifacts {
  readonly functions: readonly PreparedArtifact[];
  readonly layer: PreparedZip | undefined;
}

/** A function's artifact before anything of it is written. */
export interface PreparedArtifact {
  readonly artifact: FunctionArtifact;
  /** Absent where the output folder holds this very zip already. */
  readonly content: Buffer | undefined;
  /** The source map, as JSON. */
  readonly map: string;
}

/**
 * Zips what has changed since the last time, and holds everything in memory.
 *
 * @param out - the output folder, absolute
 * @throws TankardError with UNZIPPED_TOO_LARGE, ZIP_TOO_LARGE
 */
export async function prepareArtifacts(out: string, built: BuiltApp): Promise<PreparedArtifacts> {
  refuse(unzippedProblems(built));
  const layer = built.layer && (await prepareZip(out, LAYER_ZIP, built.layer));
  const functions = await inTurns(built.functions, (one) => prepare(out, one));
  refuse([
    ...zipProblems('layer of the AWS SDK', built.layer?.entries ?? [], layer?.zipBytes ?? 0),
    ...built.functions.flatMap(({ function: name, entries }, index) =>
      zipProblems(`function ${name}`, entries, functions[index]?.artifact.zipBytes ?? 0),
    ),
  ]);
  return { functions, layer };
}

async function prepare(out: string, built: BuiltFunction): Promise<PreparedArtifact> {
  const { function: name, handler, format, bytes, digest, map } = built;
  const { zip, zipBytes, content } = await prepareZip(out, zipName(name), built);
  return { artifact: { function: name, zip, handler, format, zipBytes, bytes, digest }, content, map };
}

/** Several at a time: zlib works on four threads of its own, and every zip in the making takes memory. */
async function inTurns<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const done: Out[] = [];
  for (let from = 0; from < items.length; from += 4) {
    done.push(...(await Promise.all(items.slice(from, from + 4).map(work))));
  }
  return done;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new TankardError(problems);
}
