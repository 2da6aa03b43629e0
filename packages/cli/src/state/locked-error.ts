import { TankardError } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { LockHolder } from './store.ts';

/** Tells who holds a lock, since when, and how to go on. */
export function lockedError(name: string, holder: LockHolder | undefined): TankardError {
  const who = holder
    ? `${holder.caller} on ${holder.host} (process ${holder.pid}) runs '${holder.command}' since ${holder.since}`
    : 'Somebody else changes this stage';
  return new TankardError([
    problem('STATE_LOCKED', {
      message: `${who}.`,
      subject: name,
      remedy: 'Wait until that has ended. Where it was killed, run again with --break-lock.',
    }),
  ]);
}
