import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { startHeartbeat } from './heartbeat.ts';
import { mayBeAlive } from './holder.ts';
import { lockedError } from './locked-error.ts';
import type { HeldLock, LockHolder, LockOptions, StateLock } from './store.ts';

/** How often a lock is tried for while others break or release it. */
const TRIES = 8;
/** Milliseconds between two tries, and until a guard is old. */
const GUARD_WAIT = 20;
const GUARD_AGE = 5_000;

/** A lock that somebody may have broken. */
export interface FileLock extends StateLock {
  isOurs(): Promise<boolean>;
}

/**
 * Takes a lock that is a file, and touches it again and again as a sign of life. One whose process ended on
 * this machine is taken over.
 *
 * @throws TankardError STATE_LOCKED.
 */
export async function lockFile(file: string, holder: LockHolder, options: LockOptions): Promise<FileLock> {
  const own = `${file}.${randomUUID()}`;
  await writeFile(own, JSON.stringify(holder));
  try {
    for (let tried = 0; tried < TRIES; tried += 1) {
      // A link fails where the name is taken, and never shows a file that is half written.
      if (await linked(own, file)) return heldFile(file, holder, options);
      const other = await readHeld(file);
      if (other && !options.break && mayBeAlive(other.holder)) throw lockedError(file, other);
      await takeAway(file, other?.holder);
    }
    throw lockedError(file, await readHeld(file));
  } finally {
    await rm(own, { force: true });
  }
}

function heldFile(file: string, holder: LockHolder, { beat }: LockOptions): FileLock {
  const isOurs = async () => JSON.stringify((await readHeld(file))?.holder) === JSON.stringify(holder);
  const heartbeat = startHeartbeat(async () => {
    const ours = await isOurs();
    if (ours) await utimes(file, new Date(), new Date());
    return ours;
  }, beat);
  return {
    isOurs,
    release: async () => {
      await heartbeat.stop();
      // Somebody may have broken it, and then it is theirs.
      if (await isOurs()) await rm(file, { force: true });
    },
  };
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
    const now = await readHeld(file);
    if (JSON.stringify(now?.holder) === JSON.stringify(stale)) await rm(file, { force: true });
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

/** Of a process that was killed while it held the guard. */
async function dropOldGuard(guard: string): Promise<void> {
  const made = await stat(guard).catch(() => undefined);
  if (made && Date.now() - made.mtimeMs > GUARD_AGE) await rm(guard, { recursive: true, force: true });
}

/** Who holds a lock that is a file; nothing where it is not there, or not whole. */
export async function readHeld(file: string): Promise<HeldLock | undefined> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as LockHolder;
    return { holder, heard: (await stat(file)).mtimeMs };
  } catch {
    return undefined;
  }
}
