import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleDeclarations } from '../../scripts/bundle-declarations.mjs';

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
    const own = join(modules, '@tankard', 'framework');
    await mkdir(own, { recursive: true });
    const framework = join(root, 'packages', 'framework');
    await execute(tsc, ['-p', join(framework, 'tsconfig.build.json'), '--outDir', join(own, 'dist')]);
    await bundleDeclarations('framework', join(own, 'dist'));
    const text = await readFile(join(framework, 'package.json'), 'utf8');
    const { publishConfig, ...manifest } = JSON.parse(text);
    await writeFile(join(own, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
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
