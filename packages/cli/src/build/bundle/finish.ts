import { TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import type { BuiltFunction, ZipEntry } from './built-function.ts';
import type { GroupOutput } from './bundle-group.ts';
import { bytesOf, digestOf } from './digest.ts';

/**
 * Puts a function's files in order and counts them.
 *
 * @param shipsMap - whether the zip holds the source map too
 * @throws TankardError with ZIP_ENTRY_TWICE
 */
export function finish(output: GroupOutput, files: readonly ZipEntry[], shipsMap: boolean): BuiltFunction {
  const name = output.member.slice.function;
  const entries = (shipsMap ? withMap(files, output) : files).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const twice = entries.find((entry, index) => entries[index + 1]?.name === entry.name);
  if (twice) throw new TankardError([twiceProblem(name, twice)]);
  return {
    function: name,
    handler: 'index.handler',
    format: output.member.format,
    entries,
    map: output.map,
    bytes: bytesOf(entries),
    digest: digestOf(entries),
  };
}

function withMap(files: readonly ZipEntry[], { entries, map }: GroupOutput): readonly ZipEntry[] {
  const [index] = entries;
  if (!index) return files;
  const comment = `//# sourceMappingURL=${index.name}.map\n`;
  const pointing = { ...index, content: Buffer.concat([index.content, Buffer.from(comment)]) };
  const others = files.filter((file) => file !== index);
  return [pointing, { name: `${index.name}.map`, content: Buffer.from(map), mode: 0o644 }, ...others];
}

function twiceProblem(name: string, entry: ZipEntry) {
  return problem('ZIP_ENTRY_TWICE', {
    message: `The zip of the function ${name} would hold ${entry.name} twice.`,
    remedy:
      'Rename the asset: index.js, index.mjs, sdk.js and node_modules at the root of the project are taken.',
  });
}
