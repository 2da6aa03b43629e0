import { join } from 'node:path';
import { type Problem, TankardError } from '@tankard/framework/manifest';
import type { FunctionArtifact } from '../artifact.ts';
import type { BuiltFunction } from '../bundle/built-function.ts';
import { readEarlierZip } from './comment.ts';
import { unzippedProblems, zipProblems } from './limits.ts';
import { zipFunction } from './zip-function.ts';

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
export async function prepareArtifacts(
  out: string,
  built: readonly BuiltFunction[],
): Promise<readonly PreparedArtifact[]> {
  refuse(built.flatMap(unzippedProblems));
  const prepared = await inTurns(built, (one) => prepare(out, one));
  refuse(built.flatMap((one, index) => zipProblems(one, prepared[index]?.artifact.zipBytes ?? 0)));
  return prepared;
}

async function prepare(out: string, built: BuiltFunction): Promise<PreparedArtifact> {
  const zip = `${built.function}.zip`;
  const earlier = await readEarlierZip(join(out, zip));
  const same = earlier?.digest === built.digest ? earlier : undefined;
  const content = same ? undefined : await zipFunction(built);
  const { function: name, handler, format, bytes, digest, map } = built;
  const zipBytes = same?.bytes ?? content?.byteLength ?? 0;
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
