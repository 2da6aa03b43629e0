import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import type { LockHolder } from './store.ts';

/** This process as the holder of a lock. */
export function ownHolder({ caller, command }: Pick<LockHolder, 'caller' | 'command'>): LockHolder {
  const since = new Date().toISOString();
  return { caller, host: hostname(), machine: thisMachine(), pid: process.pid, command, since };
}

/**
 * Whether a lock's process may still run: of another machine nobody can tell, so there it counts as alive.
 */
export function mayBeAlive({ machine, pid }: LockHolder): boolean {
  if (machine !== thisMachine()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Two laptops may have one name, and containers numbers of their own for their processes. */
export function thisMachine(): string {
  const facts = [hostname(), ...(linuxFacts() ?? networkCards())];
  return createHash('sha256').update(facts.join(' ')).digest('hex').slice(0, 16);
}

/** A machine's start, and where its processes are counted; other systems than Linux have no such files. */
function linuxFacts(): readonly string[] | undefined {
  try {
    return [
      readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
      readlinkSync('/proc/self/ns/pid'),
    ];
  } catch {
    return undefined;
  }
}

function networkCards(): readonly string[] {
  const cards = Object.values(networkInterfaces()).flatMap((card = []) => card.map(({ mac }) => mac));
  return [...new Set(cards)].sort();
}
