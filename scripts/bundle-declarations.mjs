import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import { root } from './process.mjs';

/**
 * Puts a package's declarations, of which the compiler has written one a source file, into one an entry and those that
 * several entries share.
 *
 * Whoever imports `@tankard/framework` had its compiler find and read 85 of them, and now 8.
 *
 * @param name of the package's folder
 * @param dist where they stand, and where they come to stand
 */
export async function bundleDeclarations(name, dist = join(root, 'packages', name, 'dist')) {
  const { publishConfig } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  const names = Object.values(publishConfig.exports).map(({ types }) =>
    types.replace(/^\.\/dist\/|\.d\.ts$/g, ''),
  );
  const bundle = await rolldown({
    input: Object.fromEntries(names.map((name) => [name, join(dist, `${name}.d.ts`)])),
    external: /^[^./]/,
    plugins: [dts({ dtsInput: true, tsconfig: false })],
    experimental: { attachDebugInfo: 'none' },
  });
  const { output } = await bundle.generate({
    entryFileNames: '[name].ts',
    chunkFileNames: 'declarations/[name].ts',
  });
  await bundle.close();
  for (const file of globSync('**/*.d.{ts,mts}', { cwd: dist })) rmSync(join(dist, file));
  for (const { fileName, code } of output) {
    mkdirSync(dirname(join(dist, fileName)), { recursive: true });
    writeFileSync(join(dist, fileName), code);
  }
}
