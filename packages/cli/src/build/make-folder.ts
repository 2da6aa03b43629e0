import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are not there. Node's own `recursive` never ends where a
 * file system answers ENOENT although the folder above is there, as Linux's `/proc` does.
 *
 * @throws the error of the file system that kept a folder from being made
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (thrown) {
    if (await isFolder(path)) return;
    if (await isFolder(dirname(path))) throw thrown;
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT')) throw thrown;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
