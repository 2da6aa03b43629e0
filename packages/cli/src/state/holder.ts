import { hostname } from 'node:os';
import type { LockHolder } from './store.ts';

/** Whether a lock's process may still run: of another machine nobody can tell, so there it counts as alive. */
export function mayBeAlive({ host, pid }: LockHolder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
