import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of Chalice's cases: the one that `CHALICE_CASES` names, or the one beside the clone. */
export const CASES_FOLDER = process.env.CHALICE_CASES
  ? resolve(process.env.CHALICE_CASES)
  : join(import.meta.dirname, '../../../shared/chalice-cases');

/**
 * Reads one file of cases.
 * @throws Error where it is not there, so that a run without cases is never taken for a good one
 */
export function readCases<T>(file: string): T {
  const path = join(CASES_FOLDER, `${file}.json`);
  if (!existsSync(path)) {
    throw new Error(
      `Chalice's cases are not there: ${path}. Put them beside the clone as shared/chalice-cases, or name their folder in CHALICE_CASES.`,
    );
  }
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
