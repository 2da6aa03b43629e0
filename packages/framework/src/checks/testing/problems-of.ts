import { App } from '../../app.ts';
import { isTankardError, type Problem } from '../../errors.ts';
import { describe } from '../../manifest/describe.ts';

/** What describing an app reports. */
export function problemsOf(declare: (app: App) => unknown): readonly Problem[] {
  const app = new App('test');
  declare(app);
  try {
    describe(app);
    return [];
  } catch (error) {
    if (!isTankardError(error)) throw error;
    return error.problems;
  }
}

/** The codes of what describing an app reports. */
export function codesOf(declare: (app: App) => unknown): readonly string[] {
  return problemsOf(declare).map(({ code }) => code);
}
