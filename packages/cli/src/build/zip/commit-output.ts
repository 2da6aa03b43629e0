import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Writes files into a folder, all or none: first beside their places, then moved there.
 *
 * @param out - the folder, absolute; made where it is not there
 * @param files - contents by path below the folder
 * @param stale - paths below the folder that go once everything is written
 * @throws TankardError with OUTPUT_NOT_WRITABLE
 */
export async function commitOutput(
  out: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  stale: readonly string[] = [],
): Promise<void> {
  let beside: string | undefined;
  try {
    await makeFolder(out);
    // Inside the folder, so that moving stays within one file system.
    beside = await mkdtemp(join(out, '.tankard-'));
    const folders = new Set([...files.keys()].map(dirname));
    for (const folder of folders) {
      await makeFolder(join(beside, folder));
      await makeFolder(join(out, folder));
    }
    for (const [name, content] of files) await writeFile(join(beside, name), content);
    for (const name of files.keys()) await rename(join(beside, name), join(out, name));
    for (const name of stale) await rm(join(out, name), { force: true });
  } catch (thrown) {
    throw new TankardError([notWritable(out, thrown)]);
  } finally {
    if (beside !== undefined) await rm(beside, { recursive: true, force: true });
  }
}

function notWritable(out: string, thrown: unknown) {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return problem('OUTPUT_NOT_WRITABLE', {
    message: `The output folder ${out} cannot be written: ${reason}.`,
    remedy: 'Name another folder with `--out`, or give yourself the right to write there.',
  });
}
