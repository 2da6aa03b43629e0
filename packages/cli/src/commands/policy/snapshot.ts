import type { ExplainedPolicy } from '../../prepare/explained-policy.ts';

/** What each function may do, a line for every action on every resource: nothing in it hangs on where code stands. */
export type Snapshot = ReadonlyMap<string, readonly string[]>;

/** What is to be kept of the policies for a review. */
export function snapshotOf(policies: readonly ExplainedPolicy[]): Snapshot {
  return new Map(policies.map((policy) => [policy.function, linesOf(policy)]));
}

function linesOf({ statements, notSeen }: ExplainedPolicy): readonly string[] {
  const grants = statements.flatMap(({ effect, actions, resources, conditions }) => {
    const never = effect === 'Deny' ? 'never ' : '';
    const only = conditions.map((condition) => ` if ${condition}`).join('');
    return actions.flatMap((action) =>
      resources.map((resource) => `${never}${action} on ${resource}${only}`),
    );
  });
  return [...new Set([...grants, ...notSeen.map(({ what }) => `! ${what}`)])].sort();
}

/** A snapshot as a file: a function's name, and its lines below it. */
export function snapshotText(snapshot: Snapshot): string {
  const functions = [...snapshot].sort(([a], [b]) => (a < b ? -1 : 1));
  return functions
    .map(([name, lines]) => [name, ...lines.map((line) => `  ${line}`), ''].join('\n'))
    .join('\n');
}

/** Reads a snapshot's file. */
export function readSnapshot(text: string): Snapshot {
  const snapshot = new Map<string, string[]>();
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('  ')) lines.push(line.trim());
    else if (line !== '') {
      lines = [];
      snapshot.set(line.trim(), lines);
    }
  }
  return snapshot;
}

/** What one function gained and lost against a snapshot. */
export interface PolicyChange {
  readonly function: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Every function whose lines differ; one that is new has gained all of them, and one that is gone has lost them. */
export function changesBetween(before: Snapshot, after: Snapshot): readonly PolicyChange[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name) => {
    const [old = [], now = []] = [before.get(name), after.get(name)];
    const gained = now.filter((line) => !old.includes(line));
    const lost = old.filter((line) => !now.includes(line));
    return gained.length + lost.length > 0 ? [{ function: name, gained, lost }] : [];
  });
}
