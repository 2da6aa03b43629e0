import { analyze, type ScopeManager } from '@typescript-eslint/scope-manager';
import type { Program } from 'oxc-parser';

const known = new WeakMap<Program, ScopeManager>();

/** Resolves names with typescript-eslint's scope analysis, which takes oxc's tree as it is; each tree once, for slices and for policies. */
export function analysisOf(program: Program): ScopeManager {
  // oxc's tree follows typescript-eslint's own description; the two packages share no types.
  const tree = program as unknown as Parameters<typeof analyze>[0];
  const analysis = known.get(program) ?? analyze(tree, { sourceType: 'module', lib: [] });
  known.set(program, analysis);
  return analysis;
}
