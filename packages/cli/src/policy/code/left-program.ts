import type { Program } from 'oxc-parser';
import { blanked } from '../../build/slice/blanked.ts';
import type { SlicedFile } from '../../build/slice/slice.ts';
import { parse, parseOnce } from '../../build/source/parse.ts';

/**
 * The tree of what is left of a file. It is the one that loading and slicing made where statements are there or are not; where
 * something went from inside of one, the rest is parsed for this function only.
 */
export function leftProgram(file: SlicedFile): Program {
  const { path, source, cuts } = file;
  const { program } = parse(path, source);
  if (cuts.length === 0) return program;
  const body = program.body.filter(
    ({ start, end }) => !cuts.some((cut) => cut.start <= start && end <= cut.end),
  );
  const isWhole = body.every(({ start, end }) => !cuts.some((cut) => cut.start < end && start < cut.end));
  return isWhole ? { ...program, body } : parseOnce(path, blanked(file)).program;
}
