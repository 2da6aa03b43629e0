/** What a tool let one case do, and what a careful person would. */
export interface Judged {
  readonly case: string;
  readonly written: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Actions that are given on `*`. */
  readonly onAll: number;
}

/** A row of the table: cases, those that are wrong, actions missing, actions extra, actions on `*`. */
export function tally(tool: string, judged: readonly Judged[]): readonly string[] {
  const missing = judged.map(({ written, given }) => lacking(given, written).length);
  const extra = judged.map(({ written, given }) => lacking(written, given).length);
  const wrong = judged.filter((_, at) => (missing[at] ?? 0) + (extra[at] ?? 0) > 0).length;
  const onAll = sum(judged.map((one) => one.onAll));
  return [tool, ...[judged.length, wrong, sum(missing), sum(extra), onAll].map(String)];
}

/** What one of two sets has and the other one lacks. */
export const lacking = (set: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...other].filter((action) => !set.has(action)).toSorted();

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
