import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import { readEarlierZip } from './comment.ts';

/** A text file that belongs to the zips, such as the template. */
export interface Companion {
  /** Without it, an earlier run's file of the name is taken away. */
  readonly content: string | undefined;
  /** Whether a text of this name was written by an earlier run. */
  readonly isOurs: (text: string) => boolean;
}

/**
 * Refuses to write over what somebody else made.
 *
 * @param out - the output folder, absolute
 * @param zips - file names below it
 * @throws TankardError with OUTPUT_NOT_OURS for each such file
 */
export async function refuseForeign(
  out: string,
  zips: readonly string[],
  companions: ReadonlyMap<string, Companion>,
): Promise<void> {
  const problems = await Promise.all([
    ...zips.map((zip) => (readEarlierZip(join(out, zip)) ? [] : foreign(join(out, zip)))),
    ...[...companions].map(async ([name, { content, isOurs }]) => {
      const path = join(out, name);
      return content === undefined || (await holds(path, isOurs)) ? [] : foreign(path);
    }),
  ]);
  if (problems.flat().length > 0) throw new TankardError(problems.flat());
}

/** The names of companions that an earlier run wrote and this one does not. */
export async function staleCompanions(
  out: string,
  companions: ReadonlyMap<string, Companion>,
): Promise<readonly string[]> {
  const names = await Promise.all(
    [...companions].map(async ([name, { content, isOurs }]) =>
      content === undefined && (await holds(join(out, name), isOurs)) ? [name] : [],
    ),
  );
  return names.flat();
}

async function holds(path: string, isOurs: (text: string) => boolean): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text !== undefined && isOurs(text);
}

function foreign(path: string): readonly Problem[] {
  if (!existsSync(path)) return [];
  return [
    problem('OUTPUT_NOT_OURS', {
      message: `${path} is there already, and Tankard did not write it.`,
      remedy: 'Name another folder with `--out`, or move the file away.',
    }),
  ];
}
