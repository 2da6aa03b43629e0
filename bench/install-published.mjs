import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../conformance/prepare/cache.mjs';
import { packedPackages } from '../scripts/pack-packages.mjs';
import { root } from '../scripts/process.mjs';

const folder = join(root, '.conformance', 'published');
const stamp = join(folder, '.stamp');

/** Packs both packages and has npm install them, unless those of this very source are there. What runs them finds them by `published.ts`. */
export async function installPublished() {
  const { framework, cli } = await packedPackages();
  const wanted = `${framework}\n${cli}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing what would be published …');
  mkdirSync(folder, { recursive: true });
  const dependencies = { '@tankard/framework': `file:${framework}`, '@tankard/cli': `file:${cli}` };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  writeFileSync(stamp, wanted);
}
