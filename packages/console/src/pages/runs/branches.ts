import type { ShownInvocation } from '../../shown.ts';

/** A run, and those that it led to. */
export interface Branch {
  readonly run: ShownInvocation;
  readonly below: readonly Branch[];
}

/** The runs of one trace as a tree: each below the last of those that led to it. @param runs the oldest first */
export function branchesOf(runs: readonly ShownInvocation[]): readonly Branch[] {
  const made = new Map<string, { readonly run: ShownInvocation; readonly below: Branch[] }>();
  const roots: Branch[] = [];
  for (const run of runs) {
    const branch = { run, below: [] };
    const before = run.after.flatMap((id) => made.get(id) ?? []).at(-1);
    (before?.below ?? roots).push(branch);
    made.set(run.id, branch);
  }
  return roots;
}
