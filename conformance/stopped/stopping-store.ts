import type { Line } from '../../packages/cli/src/state/record.ts';
import type { StateStore } from '../../packages/cli/src/state/store.ts';

/** A moment of a deploy, by a line of its journal: `begin role:send`, `end role:send`, `deploy done`. */
export interface Moment {
  readonly line: string;
  /** Before the line is durable, and so after what came before it; or after, and so before what follows. */
  readonly when: 'before' | 'after';
}

/** Where a deploy stops: it is aborted then, and nothing more is written down. */
export interface Stop {
  readonly at: Moment;
  readonly controller: AbortController;
}

/** Puts itself before a journal's store: tells of each line that is durable, and stops the deploy at one moment. */
export function stoppingStore(store: StateStore, durable: (line: string) => void, stop?: Stop): StateStore {
  const stopping = (lines: readonly string[], when: Moment['when']) =>
    stop?.at.when === when && lines.includes(stop.at.line);
  const append = async (text: string): Promise<void> => {
    const lines = text.split('\n').filter(Boolean).map(nameOf);
    if (stopping(lines, 'before')) stop?.controller.abort();
    stop?.controller.signal.throwIfAborted();
    await store.append(text);
    lines.forEach(durable);
    if (stopping(lines, 'after')) stop?.controller.abort();
  };
  return { ...store, append };
}

function nameOf(text: string): string {
  // Nothing but the journal writes here.
  const line = JSON.parse(text) as Line;
  if (line.line === 'deploy') return `deploy ${line.outcome}`;
  return 'id' in line ? `${line.line} ${line.id}` : line.line;
}
