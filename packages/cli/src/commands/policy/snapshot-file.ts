import { readFile, writeFile } from 'node:fs/promises';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { readSnapshot, type Snapshot, snapshotText } from './snapshot.ts';

/** Reads the snapshot that was committed; undefined where there is none yet. */
export async function loadSnapshot(path: string): Promise<Snapshot | undefined> {
  try {
    return readSnapshot(await readFile(path, 'utf8'));
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
}

/** Writes the snapshot for the next review. */
export async function saveSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  await writeFile(path, snapshotText(snapshot)).catch((thrown: unknown) => {
    throw new TankardError([
      problem('OUTPUT_NOT_WRITABLE', {
        message: `${path} cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
        remedy: 'Name another file with --snapshot.',
      }),
    ]);
  });
}
