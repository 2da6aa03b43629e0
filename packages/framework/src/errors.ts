/** Where something stands in the user's source, relative to the project folder. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** One thing that is wrong: what, where, and how to mend it. */
export interface Problem {
  /** A stable name in capitals, listed in `docs/reference/errors.md`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What is wrong, in one sentence. */
  readonly message: string;
  readonly place?: Place | undefined;
  /** What stands at the place, such as `export listUsers`. */
  readonly subject?: string | undefined;
  /** What to write instead. */
  readonly remedy: string;
}

const brand = Symbol.for('tankard.error');

/**
 * Everything that was found wrong, thrown once. Recognised by a brand and not by `instanceof`,
 * because the app and the command may each bring a copy of this package.
 */
export class TankardError extends Error {
  override readonly name = 'TankardError';
  readonly problems: readonly Problem[];
  readonly [brand] = true;

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => `${problem.code}  ${problem.message}`).join('\n'));
    this.problems = problems;
  }
}

/** Whether a thrown value is a {@link TankardError} of any copy of this package. */
export function isTankardError(thrown: unknown): thrown is TankardError {
  return typeof thrown === 'object' && thrown !== null && brand in thrown;
}
