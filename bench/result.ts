/** What a bench measured. */
export interface BenchResult {
  /** A heading of docs/benchmarks.md. */
  readonly title: string;
  /** What was done, and against what it is measured. */
  readonly about: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What it ran against, by name, beside Tankard and Node. Default: the AWS SDK and MiniStack. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Every single run. */
  readonly runs: readonly unknown[];
}

/** What `bench/NAME/bench.ts` exports as `bench`. */
export type Bench = () => Promise<BenchResult>;

/** A result as it is kept in `bench/results/NAME.json`. */
export interface KeptResult extends BenchResult {
  /** `2026-11-25`. */
  readonly date: string;
  readonly machine: string;
  /** By name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The one in the middle: of few runs, one that was disturbed does not count. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
