import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleDeclarations } from './bundle-declarations.mjs';
import { root, run } from './process.mjs';

/**
 * Puts the framework into a folder of packages as npm installs it, by its declarations alone: all that a compiler reads of it.
 *
 * @param {string} modules the folder, `…/node_modules`
 * @throws Error where it does not compile.
 */
export async function declaredFramework(modules) {
  const own = join(modules, '@tankard', 'framework');
  mkdirSync(own, { recursive: true });
  const framework = join(root, 'packages', 'framework');
  const dist = join(own, 'dist');
  const code = await run('tsc', ['-p', join(framework, 'tsconfig.build.json'), '--outDir', dist]);
  if (code !== 0) throw new Error(`The framework's declarations can't be written: tsc ended with ${code}.`);
  await bundleDeclarations('framework', dist);
  const { publishConfig, ...manifest } = JSON.parse(readFileSync(join(framework, 'package.json'), 'utf8'));
  writeFileSync(join(own, 'package.json'), JSON.stringify({ ...manifest, ...publishConfig }));
}
