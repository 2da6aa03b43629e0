import { execFile } from 'node:child_process';
import { cp, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { declaredFramework } from '../../scripts/declared-framework.mjs';

const root = join(import.meta.dirname, '..', '..');
const tsc = join(root, 'node_modules', '.bin', 'tsc');
const execute = promisify(execFile);

/**
 * Writes the declarations of the library, as a project does that others refer to, with the framework as npm installs it.
 *
 * @returns what the compiler complains of
 */
export async function complaintsOfDeclarations(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'tankard-declared-')));
  try {
    const modules = join(folder, 'node_modules');
    await declaredFramework(modules);
    await symlink(join(root, 'node_modules', 'zod'), join(modules, 'zod'));
    await cp(join(import.meta.dirname, 'library'), join(folder, 'src'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = { declaration: true, typeRoots: [join(root, 'node_modules', '@types')] };
    const configuration = { extends: join(root, 'tsconfig.base.json'), compilerOptions, include: ['src'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
    const { stdout } = await execute(tsc, ['-p', folder, '--pretty', 'false']).catch((failed) => failed);
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
