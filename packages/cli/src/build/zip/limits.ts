import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../../errors/problem.ts';
import type { BuiltFunction } from '../bundle/built-function.ts';

const MB = 1024 * 1024;

/** AWS's limits of one function: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const LIMITS = { zip: 50 * MB, unzipped: 250 * MB } as const;

/** What is too large for Lambda before it is zipped. */
export function unzippedProblems({ function: name, bytes, entries }: BuiltFunction): readonly Problem[] {
  if (bytes <= LIMITS.unzipped) return [];
  return [
    problem('UNZIPPED_TOO_LARGE', {
      message: `The function ${name} is ${megabytes(bytes)} unzipped; Lambda takes ${megabytes(LIMITS.unzipped)}. ${largest(entries)}`,
      remedy:
        'Leave out assets and external packages that it does not need, or read large files from a bucket.',
    }),
  ];
}

/** What is too large for Lambda once it is zipped. */
export function zipProblems(
  { function: name, entries }: BuiltFunction,
  zipBytes: number,
): readonly Problem[] {
  if (zipBytes <= LIMITS.zip) return [];
  return [
    problem('ZIP_TOO_LARGE', {
      message: `The zip of the function ${name} is ${megabytes(zipBytes)}; Lambda takes ${megabytes(LIMITS.zip)}. ${largest(entries)}`,
      remedy:
        'Leave out assets and external packages that it does not need, or read large files from a bucket.',
    }),
  ];
}

function largest(entries: BuiltFunction['entries']): string {
  const [first] = entries.toSorted((a, b) => b.content.byteLength - a.content.byteLength);
  return first ? `The largest file is ${first.name} with ${megabytes(first.content.byteLength)}.` : '';
}

function megabytes(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`;
}
