import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { lockedError } from './locked-error.ts';
import type { LockHolder, StateLock } from './store.ts';

/** How often a lock is tried for while others break or release it. */
const TRIES = 5;

/**
 * Takes a lock that is a file. One whose process ended on this machine is taken over.
 *
 * @throws TankardError STATE_LOCKED.
 */
export async function lockFile(
  file: string,
  holder: LockHolder,
  options: { readonly break: boolean },
): Promise<StateLock> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(holder));
  try {
    for (let tried = 0; tried < TRIES; tried += 1) {
      // A link fails where the name is taken, and never shows a file that is half written.
      if (await linked(own, file)) return { release: () => rm(file, { force: true }) };
      const other = await holderOf(file);
      if (other && !options.break && isAlive(other)) throw lockedError(file, other);
      await takeAway(file, other, own);
    }
    throw lockedError(file, await holderOf(file));
  } finally {
    await rm(own, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a stale lock away, and puts back what somebody else has locked in the meantime. */
async function takeAway(file: string, stale: LockHolder | undefined, own: string): Promise<void> {
  const aside = `${own}.stale`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const taken = await holderOf(aside);
  if (JSON.stringify(taken) !== JSON.stringify(stale)) await linked(aside, file);
  await rm(aside, { force: true });
}

async function holderOf(file: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

/** Of another machine nobody can tell, so its process counts as alive. */
function isAlive({ host, pid }: LockHolder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
