import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Writes files into a folder, all or none: first beside their places, then moved there. One that is there as it should be stays. Nothing else
 * happens meanwhile, and with promises a thousand small files take three times the time of the processor.
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
    beside = mkdtempSync(join(out, '.tankard-'));
    const changed = [...files].filter(([name, content]) => !holds(join(out, name), content));
    for (const folder of new Set(changed.map(([name]) => dirname(name)))) {
      await makeFolder(join(beside, folder));
      await makeFolder(join(out, folder));
    }
    for (const [name, content] of changed) writeFileSync(join(beside, name), content);
    for (const [name] of changed) renameSync(join(beside, name), join(out, name));
    for (const name of stale) rmSync(join(out, name), { force: true });
  } catch (thrown) {
    throw new TankardError([notWritable(out, thrown)]);
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
  }
}

function holds(path: string, content: string | Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== Buffer.byteLength(content)) return false;
  return Buffer.compare(readFileSync(path), Buffer.from(content)) === 0;
}

function notWritable(out: string, thrown: unknown) {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return problem('OUTPUT_NOT_WRITABLE', {
    message: `The output folder ${out} cannot be written: ${reason}.`,
    remedy: 'Name another folder with `--out`, or give yourself the right to write there.',
  });
}
