import { isPassing } from '../../aws/passing.ts';
import type { ReadGroup } from './read-lines.ts';

/** What a log that is followed has beside its reader. */
export interface Patience {
  /** Ends a look that is under way. */
  readonly signal: AbortSignal;
  /** Told once of each trouble. */
  warn(said: string): void;
}

/** A reader that takes a trouble that passes, such as throttling, as a look in which nothing was seen. */
export function patientReader(read: ReadGroup, { signal, warn }: Patience): ReadGroup {
  const troubled = new Set<string>();
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  return async (group, span) => {
    try {
      const events = await Promise.race([read(group, span), stopped]);
      troubled.delete(group);
      return events;
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (!troubled.has(group))
        warn(`${group} can not be read for now, and is tried again: ${String(error)}`);
      troubled.add(group);
      return undefined;
    }
  };
}
