import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { ZipEntry } from '../../packages/cli/src/build/bundle/built-function.ts';
import { zipEntries } from '../../packages/cli/src/build/zip/zip-entries.ts';
import { resolveConfig } from '../../packages/cli/src/config/resolve-config.ts';
import { prepareApp } from '../../packages/cli/src/prepare/prepare-app.ts';
import type { Contender } from './contender.ts';

/** Where Tankard and what apps of the benches import are installed. */
const installed = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'node_modules');

/** Where the packages of others are, for who is written with them. */
const { BENCH_HANDLERS } = process.env;

/** A handler as it stands in Lambda. */
export interface Bundled {
  /** The file that exports `handler`. */
  readonly file: string;
  /** Of its zip, with everything that it needs. */
  readonly zipBytes: number;
}

/**
 * Writes a contender with a number of routes into a new folder below one, and bundles it.
 *
 * @param others - options of esbuild that differ from the command's
 */
export async function bundled(
  folder: string,
  { byTankard, source }: Pick<Contender, 'byTankard' | 'source'>,
  routes: number,
  others: BuildOptions = {},
): Promise<Bundled> {
  mkdirSync(join(folder, 'src'), { recursive: true });
  symlinkSync(installed, join(folder, 'node_modules'));
  const entry = join(folder, 'src', 'app.js');
  writeFileSync(entry, source(routes));
  const entries = byTankard ? await ofTankard(folder) : await ofEsbuild(entry, others);
  for (const { name, content } of entries) {
    const file = join(folder, 'unpacked', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const zip = await zipEntries({ entries, digest: '' });
  return { file: join(folder, 'unpacked', 'index.js'), zipBytes: zip.byteLength };
}

async function ofTankard(project: string): Promise<readonly ZipEntry[]> {
  writeFileSync(join(project, 'tankard.config.ts'), "export default { entry: 'src/app.js' };\n");
  const { built } = await prepareApp(await resolveConfig({ project }));
  const [only, ...more] = built.functions;
  if (!only || more.length > 0) throw new Error(`The app has ${built.functions.length} functions.`);
  return only.entries;
}

async function ofEsbuild(entry: string, others: BuildOptions): Promise<readonly ZipEntry[]> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    keepNames: true,
    legalComments: 'none',
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    nodePaths: BENCH_HANDLERS ? [join(BENCH_HANDLERS, 'node_modules')] : [],
    external: ['@aws-sdk/*'],
    logLevel: 'error',
    ...others,
  });
  return (outputFiles ?? []).map(({ contents }) => ({ name: 'index.js', content: contents, mode: 0o644 }));
}
