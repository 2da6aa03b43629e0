/** Something that no change may make clearly worse. */
export interface Measure {
  readonly name: string;
  /** Bytes, or how many times as much as something takes that stands still. */
  readonly unit: 'bytes' | 'times';
  measure(): Promise<number>;
}

/** What was measured when the results were committed, by name. */
export type Committed = Readonly<Record<string, number>>;

export interface Verdict {
  readonly name: string;
  readonly passed: boolean;
  readonly text: string;
}

/**
 * How much worse is a step back, and how often it is tried. The same code makes the same bytes, but for packages that
 * were updated; two runs of a program differ by a tenth, and by more on a machine that does other things besides.
 */
const LIMITS = { bytes: { times: 1.01, tries: 1 }, times: { times: 1.35, tries: 5 } };

/** Measures again what was committed; the best of several tries counts, and the first that is good ends them. */
export async function judge({ name, unit, measure }: Measure, committed: Committed): Promise<Verdict> {
  const before = committed[name];
  if (before === undefined)
    return { name, passed: false, text: `${name}: not among the results. Run: npm run bench -- budget` };
  const limit = before * LIMITS[unit].times;
  let best = Number.POSITIVE_INFINITY;
  for (let left = LIMITS[unit].tries; left > 0 && !(best <= limit); left -= 1)
    best = Math.min(best, await measure());
  const passed = best <= limit;
  const [found, was] = [formOf(unit, best), formOf(unit, before)];
  return { name, passed, text: `${name}: ${found}, ${passed ? 'committed' : 'a step back from'} ${was}` };
}

export function formOf(unit: Measure['unit'], value: number): string {
  return unit === 'bytes' ? `${Math.round(value)} bytes` : `${value.toFixed(2)} ×`;
}
