import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build, version } from 'esbuild';
import { cacheFolder } from '../project.ts';
import { packageIdentity } from './package-identity.ts';
import type { SharedPart } from './shared-parts.ts';
import { inputsChanged, type Stamp, stampOf } from './stamps.ts';
import { FRAMEWORK } from './stand-in.ts';

/** One module and the names that are used of it, in order; all of them where `*` is among them. */
export interface SharedModule {
  /** Absolute path. */
  readonly path: string;
  readonly names: readonly string[];
}

/** What a shared file is made of. */
export interface SharedFile {
  /** Its name in the cache begins with it. */
  readonly file: SharedPart['file'];
  readonly modules: readonly SharedModule[];
  /** Expressions that have a fixed value in this file, as esbuild's `define` takes them. */
  readonly define: Readonly<Record<string, string>>;
}

/** A shared file as it was made. */
export interface MadeFile {
  readonly content: Uint8Array;
  /** Absolute paths of the files that it was made of. */
  readonly packageFiles: readonly string[];
}

/** Answers the stand-ins in the bundle below it. */
const AT_HEAD = `${FRAMEWORK} = (module, name) => modules[module][name];`;

/**
 * Several modules minified, as a CommonJS file or as what stands at the head of one, which are made once for each set of
 * modules and names and kept in the project's cache.
 */
export async function sharedFile(project: string, shared: SharedFile): Promise<MadeFile> {
  const { define } = shared;
  const source = await entrySource(shared);
  const hash = createHash('sha256').update(version).update(source).update(JSON.stringify(define));
  const key = hash.digest('hex').slice(0, 16);
  const file = join(cacheFolder(project), `${shared.file.replace(/\.js$/, '')}-${key}.js`);
  const cached = await readCached(file);
  if (cached) return cached;
  const result = await build({
    stdin: { contents: source, resolveDir: project },
    absWorkingDir: project,
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    define,
    legalComments: 'none',
    // What exports nothing needs none of esbuild's helpers.
    format: shared.file === 'sdk.js' ? 'cjs' : 'iife',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // A type may be among the names: it is undefined then, and no error.
    logLevel: 'silent',
  });
  const content = result.outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.keys(result.metafile.inputs).filter((input) => input !== '<stdin>');
  const stamps = await Promise.all(inputs.map((input) => stampOf(resolve(project, input))));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await writeFile(stampsFile(file), JSON.stringify(stamps));
  return { content, packageFiles: stamps.map(({ path }) => path) };
}

/** `modules['<module>'] = { … }`: the stand-ins in the bundles look their module up there. */
async function entrySource({ file, modules }: SharedFile): Promise<string> {
  const entries = await Promise.all(
    modules.map(async ({ path, names }, index) => {
      const taken = names.map((name) => `${JSON.stringify(name)}: m${index}[${JSON.stringify(name)}]`);
      const value = names.includes('*') ? `m${index}` : `{ ${taken.join(', ')} }`;
      return {
        load: `import * as m${index} from ${JSON.stringify(path)};`,
        entry: `${JSON.stringify(await packageIdentity(path))}: ${value}`,
      };
    }),
  );
  const loads = entries.map(({ load }) => load).join('\n');
  const all = `const modules = {\n${entries.map(({ entry }) => entry).join(',\n')}\n};\n`;
  return `${loads}\n${all}${file === 'sdk.js' ? 'export { modules };' : AT_HEAD}\n`;
}

async function readCached(file: string): Promise<MadeFile | undefined> {
  const stamps = await readFile(stampsFile(file), 'utf8').catch(() => undefined);
  if (stamps === undefined) return undefined;
  const known: readonly Stamp[] = JSON.parse(stamps);
  if (await inputsChanged(known)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  return content && { content, packageFiles: known.map(({ path }) => path) };
}

function stampsFile(file: string): string {
  return file.replace(/\.js$/, '.json');
}
