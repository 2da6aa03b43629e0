import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { SILENT } from './heartbeat.ts';
import type { HeldLock } from './store.ts';

/** Tells who holds a lock, since when, whether there is still a sign of life, and how to go on. */
export function lockedError(name: string, held: HeldLock | undefined, now = Date.now()): TankardError {
  const silent = held ? now - held.heard : 0;
  return new TankardError([
    problem('STATE_LOCKED', {
      message: held ? `${holderText(held, now)}.` : 'Somebody else changes this stage.',
      subject: name,
      remedy:
        silent > SILENT
          ? 'Most likely it was killed. Where you are sure, run again with --break-lock: the deploy goes on from where that one stopped.'
          : 'Wait until that has ended. Where it was killed, run again with --break-lock.',
    }),
  ]);
}

/** Who holds a lock, and when it was last heard of. */
export function holderText({ holder, heard }: HeldLock, now = Date.now()): string {
  const { caller, host, pid, command, since } = holder;
  return `${caller} on ${host} (process ${pid}) runs '${command}' since ${since}, last heard of ${agoText(now - heard)} ago`;
}

function agoText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 120) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
