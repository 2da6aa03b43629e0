import type { Invocation, Outcome } from './invocation.ts';

/** Runs that are kept: the oldest go first. At some kilobytes each, below 100 MB. */
const MOST = 10_000;

/** Every run of every function that is remembered. */
export interface InvocationRecord {
  begin(invocation: Omit<Invocation, 'log' | 'outcome' | 'trace'>): void;
  log(id: string, line: string): void;
  end(id: string, outcome: Outcome): void;
  get(id: string): Invocation | undefined;
  /** The oldest first. */
  all(): readonly Invocation[];
  onChange(listener: RecordListener): void;
}

/** Told of each run when it begins, when it writes a line and when it ends. */
export type RecordListener = (invocation: Invocation, change: 'began' | 'logged' | 'ended') => void;

interface Kept extends Invocation {
  outcome?: Outcome | undefined;
  readonly log: string[];
}

/** @param earlier runs of sessions before, the oldest first. */
export function createRecord(earlier: readonly Invocation[] = []): InvocationRecord {
  const kept = new Map<string, Kept>(earlier.map((one) => [one.id, { ...one, log: [...one.log] }]));
  /** Goes through all of them once. One that begins anew passes over what was removed: 10 µs at each run. */
  const oldest = kept.keys();
  const listeners: RecordListener[] = [];

  function tell(...told: Parameters<RecordListener>): void {
    for (const listener of listeners) listener(...told);
  }

  return {
    begin(begun) {
      const before = begun.cause.after.map((id) => kept.get(id)).find((one) => one !== undefined);
      const invocation: Kept = { ...begun, trace: before?.trace ?? begun.requestId, log: [] };
      kept.set(begun.id, invocation);
      if (kept.size > MOST) kept.delete(oldest.next().value ?? '');
      tell(invocation, 'began');
    },
    log(id, line) {
      const invocation = kept.get(id);
      invocation?.log.push(line);
      if (invocation) tell(invocation, 'logged');
    },
    end(id, outcome) {
      const invocation = kept.get(id);
      if (!invocation) return;
      invocation.outcome = outcome;
      tell(invocation, 'ended');
    },
    get: (id) => kept.get(id),
    all: () => [...kept.values()],
    onChange: (listener) => void listeners.push(listener),
  };
}
