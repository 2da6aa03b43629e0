import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole } from './build-console.mjs';
import { buildPackages } from './build-packages.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { root, run } from './process.mjs';
import { PNPM } from './set-up.mjs';

const folder = join(root, '.conformance', 'packed');
const sources = [
  'pnpm-lock.yaml',
  'tsconfig.base.json',
  'scripts',
  ...['src', 'package.json', 'tsconfig.build.json'].map((name) => join('packages', 'framework', name)),
  ...['src', 'templates', 'package.json', 'tsconfig.build.json'].map((name) => join('packages', 'cli', name)),
  ...['src', 'index.html', 'openapi.html', 'vite.config.ts'].map((name) => join('packages', 'console', name)),
];

/**
 * What would be uploaded to a registry, as two files, made once of a source.
 *
 * @throws Error where it can't be built.
 */
export async function packedPackages() {
  const made = join(folder, fingerprintOf(sources).slice(0, 16));
  if (!existsSync(made)) {
    rmSync(folder, { recursive: true, force: true });
    await done(buildConsole());
    await done(buildPackages());
    const making = join(folder, 'making');
    mkdirSync(making, { recursive: true });
    for (const name of ['framework', 'cli'])
      await done(
        run('npx', ['--yes', PNPM, 'pack', '--silent', '--out', join(making, `${name}.tgz`)], {
          cwd: join(root, 'packages', name),
        }),
      );
    renameSync(making, made);
  }
  return { framework: join(made, 'framework.tgz'), cli: join(made, 'cli.tgz') };
}

async function done(step) {
  const code = await step;
  if (code !== 0) throw new Error(`The packages can't be packed: a step ended with ${code}.`);
}
