import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { type Clock, realClock } from './clock.ts';

/** How long and how often something is tried again. */
export interface Patience {
  /** Milliseconds in all; a minute without. */
  readonly within?: number | undefined;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
  readonly clock?: Clock | undefined;
}

/** Milliseconds to the second try; each wait is half again as long, up to `SLOWEST`. */
const FIRST = 200;
const SLOWEST = 3_000;
const WITHIN = 60_000;

/**
 * Tries a call until it holds: AWS's services learn from each other with a delay, so that a role just
 * made can't be assumed yet.
 *
 * @param again whether an error may be gone in a moment.
 * @throws the last error when time is up, any other error at once.
 */
export async function eventually<T>(
  call: () => Promise<T>,
  again: (error: unknown) => boolean,
  { within = WITHIN, signal, clock = realClock }: Patience = {},
): Promise<T> {
  const deadline = clock.now() + within;
  for (let wait = FIRST; ; wait = Math.min(wait * 1.5, SLOWEST)) {
    try {
      return await call();
    } catch (error) {
      if (!again(error) || clock.now() + wait > deadline) throw error;
    }
    await clock.sleep(wait, signal);
  }
}

/**
 * Reads until something holds, such as a function's state.
 *
 * @param what is awaited, as the subject of "did not happen in time".
 * @throws TankardError DEPLOY_NOT_SETTLED when time is up.
 */
export async function until<T>(
  what: string,
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  patience: Patience = {},
): Promise<T> {
  const notYet = new TankardError([
    problem('DEPLOY_NOT_SETTLED', {
      message: `${what} did not happen in time.`,
      remedy: 'Run the command again: it looks at what is there and goes on.',
    }),
  ]);
  return eventually(
    async () => {
      const value = await read();
      if (!holds(value)) throw notYet;
      return value;
    },
    (error) => error === notYet,
    patience,
  );
}
