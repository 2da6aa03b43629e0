// The floor: one call of esbuild for all functions, and a zip of each. `node bare.mjs FOLDER COUNT OUT`
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ZipArchive } from 'archiver';
import { build } from 'esbuild';

const [folder, count, out] = process.argv.slice(2);
const { outputFiles } = await build({
  entryPoints: Array.from({ length: Number(count) }, (_, index) => ({
    in: join(folder, 'src', `bare-${index}.ts`),
    out: `f${index}`,
  })),
  outdir: out,
  bundle: true,
  write: false,
  minify: true,
  keepNames: true,
  format: 'cjs',
  platform: 'node',
  target: 'node24',
  sourcemap: 'external',
});
mkdirSync(out, { recursive: true });
for (const { path, contents } of outputFiles) {
  if (path.endsWith('.map')) continue;
  const archive = new ZipArchive({ zlib: { level: 6 } });
  const file = createWriteStream(path.replace(/\.js$/, '.zip'));
  archive.pipe(file);
  archive.append(Buffer.from(contents), { name: 'index.js' });
  await Promise.all([archive.finalize(), once(file, 'close')]);
}
