import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, run } from './cache.mjs';

/** A virtual environment with the pinned packages of `python/<name>.txt`. */
export function pythonEnvironment(cache, name) {
  const requirements = join(import.meta.dirname, '..', 'python', `${name}.txt`);
  return installOnce(cache, name, readFileSync(requirements, 'utf8'), async (folder) => {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '-r',
      requirements,
    ]);
  });
}
