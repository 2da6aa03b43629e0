import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import type { BuiltApp, ZipEntry } from '../bundle/built-function.ts';

const MB = 1024 * 1024;

/** AWS's limits of one function, its layers included where it is unzipped: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const LIMITS = { zip: 50 * MB, unzipped: 250 * MB } as const;

const remedy =
  'Leave out assets and external packages that it does not need, or read large files from a bucket.';

/** What is too large for Lambda before it is zipped. */
export function unzippedProblems({ functions, layer }: BuiltApp): readonly Problem[] {
  return functions.flatMap(({ function: name, bytes, entries }) => {
    const shared = layer?.functions.has(name) ? layer : undefined;
    const all = bytes + (shared?.bytes ?? 0);
    if (all <= LIMITS.unzipped) return [];
    const size = `${megabytes(all)} unzipped${shared ? ' with its layer' : ''}`;
    const message = `The function ${name} is ${size}; Lambda takes ${megabytes(LIMITS.unzipped)}.`;
    const largest = largestOf([...entries, ...(shared?.entries ?? [])]);
    return [problem('UNZIPPED_TOO_LARGE', { message: `${message} ${largest}`, remedy })];
  });
}

/**
 * What is too large for Lambda once it is zipped.
 *
 * @param subject - `function list` or `layer sdk`
 */
export function zipProblems(
  subject: string,
  entries: readonly ZipEntry[],
  zipBytes: number,
): readonly Problem[] {
  if (zipBytes <= LIMITS.zip) return [];
  const message = `The zip of the ${subject} is ${megabytes(zipBytes)}; Lambda takes ${megabytes(LIMITS.zip)}.`;
  return [problem('ZIP_TOO_LARGE', { message: `${message} ${largestOf(entries)}`, remedy })];
}

function largestOf(entries: readonly ZipEntry[]): string {
  const [first] = entries.toSorted((a, b) => b.content.byteLength - a.content.byteLength);
  return first ? `The largest file is ${first.name} with ${megabytes(first.content.byteLength)}.` : '';
}

function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`;
}
