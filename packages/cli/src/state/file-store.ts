import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileLock, lockFile, readHeld } from './file-lock.ts';
import { lockedError } from './locked-error.ts';
import { type StateFiles, type StateName, type StateStore, stateName } from './store.ts';

/**
 * The journal in the project's own folder `.tankard/state`. A write is refused where somebody has broken the
 * lock since it was taken, so that a deploy that goes on all the same begins nothing more.
 */
export function fileStore(project: string, name: StateName): StateStore {
  const folder = join(project, '.tankard', 'state');
  const file = join(folder, `${stateName(name)}.jsonl`);
  const lock = join(folder, `${stateName(name)}.lock`);
  let ours: FileLock | undefined;
  const refuseIfBroken = async () => {
    if (ours && !(await ours.isOurs())) throw lockedError(lock, await readHeld(lock));
  };
  return {
    name: file,
    read: () => readText(file),
    replace: async (text) => {
      await refuseIfBroken();
      await replaceFile(folder, file, text);
    },
    append: async (text) => {
      await refuseIfBroken();
      const handle = await open(file, 'a');
      try {
        await handle.write(text);
        await handle.datasync();
      } finally {
        await handle.close();
      }
    },
    remove: () => rm(file, { force: true }),
    lock: async (holder, options) => {
      await mkdir(folder, { recursive: true });
      ours = await lockFile(lock, holder, options);
      const { release } = ours;
      return {
        release: async () => {
          ours = undefined;
          await release();
        },
      };
    },
    held: () => readHeld(lock),
    files: filesIn(join(folder, stateName(name))),
    accounts: async () => {
      const ending = `-${name.app}-${name.stage}.jsonl`;
      const names = await namesIn(folder);
      return names.flatMap((one) => (one.endsWith(ending) ? [one.slice(0, 12)] : []));
    },
  };
}

function filesIn(folder: string): StateFiles {
  return {
    read: async (name) => absent(readFile(join(folder, name))),
    write: (name, content) => replaceFile(folder, join(folder, name), content),
    names: () => namesIn(folder),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

const readText = (file: string): Promise<string | undefined> => absent(readFile(file, 'utf8'));

const namesIn = async (folder: string): Promise<readonly string[]> => (await absent(readdir(folder))) ?? [];

async function absent<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whoever reads sees the old content or the new one; the folder is synced so that the name lasts too. */
async function replaceFile(folder: string, file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const fresh = `${file}.${process.pid}.new`;
  const handle = await open(fresh, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows can't open a folder, and keeps its names without being asked.
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
