import type { Claimant } from './claim.ts';
import type { SendMail } from './mail.ts';

/** One invocation of the hourly function. */
export interface Run extends Claimant {
  readonly send: SendMail;
  /** Milliseconds until Lambda ends the run. */
  readonly remaining: () => number;
}

/** More than the longest chunk takes: none is begun that the function's timeout could cut off. */
const RESERVE_MS = 25_000;

/** Whether there is time for another chunk. */
export function hasTime(run: Run): boolean {
  return run.remaining() >= RESERVE_MS;
}
