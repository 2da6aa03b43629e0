import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where everything that the judges need is installed, once: `.conformance`, or what the environment says. */
export function cacheFolder(root) {
  return process.env.TANKARD_CONFORMANCE_CACHE ?? join(root, '.conformance');
}

/**
 * Makes the folder `name` below the cache, unless a finished one of the same recipe is there. An install that
 * was cut short leaves no stamp and is made anew.
 */
export async function installOnce(cache, name, recipe, install) {
  const folder = join(cache, name);
  const stamp = join(folder, '.stamp');
  const wanted = createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  const started = Date.now();
  console.log(`conformance: installing ${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await install(folder);
  writeFileSync(stamp, wanted);
  console.log(`conformance: installed ${name} in ${Math.round((Date.now() - started) / 1000)} s`);
  return folder;
}

/** Runs a command to its end; its output is shown only where it fails. */
export async function run(command, args, options = {}) {
  try {
    await execute(command, args, { maxBuffer: 1 << 26, ...options });
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Error(`conformance: '${command}' is not on this machine; install it and run again.`);
    throw new Error(`conformance: ${command} ${args.join(' ')}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
  }
}
