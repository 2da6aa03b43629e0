import { statSync } from 'node:fs';

/** Files and folders, each with what tells whether it is another one now, or that it was not there. */
export type Looks = ReadonlyMap<string, string>;

/** Milliseconds for which files must have been left alone: their times are not as fine as a clock's. */
const SETTLED = 1_000;

const NOTHING = '';

/**
 * Looks at files and folders without reading them. The time of the last change of an inode can't be set by anybody: npm gives every file of
 * every version of a package one date, and two versions may be of one size.
 *
 * @param since - when they began to be read, in milliseconds since 1970
 * @returns nothing where one has changed after that, or so shortly before that it could have changed again unseen.
 */
export function lookAt(paths: Iterable<string>, since: number): Looks | undefined {
  const settled = since - SETTLED;
  const looks = new Map<string, string>();
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && found.ctimeMs > settled) return undefined;
    looks.set(path, found ? textOf(found) : NOTHING);
  }
  return looks;
}

/** Whether everything is as it was looked at. A folder is as long as nothing was put into it or taken out. */
export function isSame(looks: Looks): boolean {
  for (const [path, look] of looks) {
    const found = statSync(path, { throwIfNoEntry: false });
    if ((found ? textOf(found) : NOTHING) !== look) return false;
  }
  return true;
}

const textOf = ({ ino, size, mtimeMs, ctimeMs }: ReturnType<typeof statSync> & object) =>
  `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
