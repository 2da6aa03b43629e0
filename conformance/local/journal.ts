import { existsSync, readFileSync } from 'node:fs';

/** What a handler of the soak app did with an event. */
export interface Deed {
  readonly handler: string;
  readonly id: string;
  readonly what: 'done' | 'failed' | 'killed';
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the handlers have written so far, in the order in which they did it. */
export function readJournal(path: string): readonly Deed[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [handler = '', id = '', what, at] = line.split(' ');
      return { handler, id, what: what as Deed['what'], at: Number(at) };
    });
}

const done = (journal: readonly Deed[]) => journal.filter(({ what }) => what === 'done');
const nameOf = ({ handler, id }: Pick<Deed, 'handler' | 'id'>) => `${handler} ${id}`;

/** Names of what was sent and never done. */
export function lost(journal: readonly Deed[], sent: Iterable<string>): readonly string[] {
  const names = new Set(done(journal).map(nameOf));
  return [...sent].filter((name) => !names.has(name));
}

/** Epoch milliseconds: from a kill of the session until it was there again. Its functions may finish what they were at meanwhile. */
export interface Outage {
  readonly from: number;
  readonly until: number;
}

/**
 * Names of what was done again with no reason: between the two, neither a process of its function nor the session was killed. A
 * failure is no reason, because failures are reported one by one.
 *
 * @param unsure sent again, or perhaps taken, because the session was killed before it answered.
 */
export function repeated(
  journal: readonly Deed[],
  outages: readonly Outage[],
  unsure: ReadonlySet<string>,
): readonly string[] {
  const before = new Map<string, number>();
  return done(journal)
    .filter((deed) => {
      const name = nameOf(deed);
      const earlier = before.get(name);
      before.set(name, deed.at);
      if (earlier === undefined || unsure.has(name)) return false;
      const killed = journal.some(
        ({ handler, what, at }) =>
          handler === deed.handler && what === 'killed' && at >= earlier && at <= deed.at,
      );
      return !killed && !outages.some(({ from, until }) => until >= earlier && from <= deed.at);
    })
    .map(nameOf);
}

/** Names of what a handler did for the first time after something that was sent later in the same lane. */
export function outOfOrder(
  journal: readonly Deed[],
  handler: string,
  laneOf: (id: string) => number,
): readonly string[] {
  const seen = new Set<string>();
  const latest = new Map<number, number>();
  return done(journal)
    .filter((deed) => deed.handler === handler)
    .filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      const last = latest.get(laneOf(id)) ?? -1;
      latest.set(laneOf(id), Math.max(last, Number(id)));
      return Number(id) < last;
    })
    .map(nameOf);
}
