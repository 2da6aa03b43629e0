import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { mayBeAlive } from './holder.ts';
import { lockedError } from './locked-error.ts';
import type { LockHolder, StateLock } from './store.ts';

/** How often a lock is tried for while others break or release it. */
const TRIES = 8;
/** Milliseconds between two tries, and until a guard is old. */
const GUARD_WAIT = 20;
const GUARD_AGE = 5_000;

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
      if (other && !options.break && mayBeAlive(other)) throw lockedError(file, other);
      await takeAway(file, other);
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

/**
 * Takes a stale lock away. Only whoever holds the folder beside it may, and looks once more before, so
 * that nobody takes away what another has locked in the meantime.
 */
async function takeAway(file: string, stale: LockHolder | undefined): Promise<void> {
  const guard = `${file}.guard`;
  try {
    await mkdir(guard);
  } catch {
    await dropOldGuard(guard);
    await sleep(GUARD_WAIT);
    return;
  }
  try {
    const now = await holderOf(file);
    if (JSON.stringify(now) === JSON.stringify(stale)) await rm(file, { force: true });
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

/** Of a process that was killed while it held the guard. */
async function dropOldGuard(guard: string): Promise<void> {
  const made = await stat(guard).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > GUARD_AGE) await rm(guard, { recursive: true, force: true });
}

async function holderOf(file: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}
