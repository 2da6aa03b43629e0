import { openLog } from '../storage/append-log.ts';
import type { Cause } from './cause.ts';

/**
 * Milliseconds after which Lambda gives an event up that has not run.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
const OLDEST = 6 * 3_600_000;

/** An event that nobody waits for and that has not been handled yet. */
export interface WaitingEvent {
  /** The request's id, the same in every attempt. */
  readonly id: string;
  readonly function: string;
  /** JSON text. */
  readonly event: string;
  readonly cause: Cause;
  /** Epoch milliseconds. */
  readonly taken: number;
  /** The next one, from 1. */
  readonly attempt: number;
  /** Epoch milliseconds, of the next attempt. */
  readonly due: number;
}

type Entry = { readonly waits: WaitingEvent } | { readonly done: string };

/** Lambda's queue on disk: what a killed session had taken is there at the next start. */
export interface KeptEvents {
  /** Those of earlier sessions, the oldest first. */
  readonly earlier: readonly WaitingEvent[];
  put(event: WaitingEvent): void;
  remove(id: string): void;
  close(): void;
}

export function openKeptEvents(path: string, now: number): KeptEvents {
  const waiting = new Map<string, WaitingEvent>();
  const apply = (entry: Entry) =>
    'done' in entry ? waiting.delete(entry.done) : waiting.set(entry.waits.id, entry.waits);
  const log = openLog<Entry>({
    path,
    read: apply,
    *snapshot() {
      for (const waits of waiting.values()) yield { waits };
    },
  });
  const write = (entry: Entry) => {
    apply(entry);
    log.append(entry);
  };
  for (const { id, taken } of [...waiting.values()]) if (now - taken > OLDEST) write({ done: id });
  return {
    earlier: [...waiting.values()],
    put: (waits) => write({ waits }),
    remove: (id) => write({ done: id }),
    close: log.close,
  };
}
