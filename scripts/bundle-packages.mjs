import { readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from './process.mjs';
import { thirdPartyNotice } from './third-party-notice.mjs';

/** What other processes run by its path. */
const PROGRAMS = ['build/load/child', 'local/runtime-api/client'];

/**
 * Writes the JavaScript of both packages: a file for each of their entries, and chunks of what these share or load later.
 *
 * A module takes 0.35 ms to load, however little is in it: from one file a source file, `tankard package` loaded 600.
 */
export async function bundlePackages() {
  const framework = packageAt('framework');
  await bundle(framework, entriesOf(framework), {
    // Apps are bundled against it: its constants have to stay ones that can be put in place.
    minifySyntax: true,
    packages: 'external',
    splitting: true,
  });
  const cli = packageAt('cli');
  const external = outsideOf(cli);
  // Maps are read where stacks are asked for: `--verbose`.
  const maps = { sourcemap: 'linked', sourcesContent: false };
  const parts = [
    await bundle(cli, [cli.bin.tankard, ...entriesOf(cli)], { external, splitting: true, ...maps }),
    // Each a single file: a function's process is started while somebody waits.
    await bundle(
      cli,
      PROGRAMS.map((name) => `src/${name}.ts`),
      { external },
    ),
  ];
  const inputs = parts.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(cli.folder, 'dist', 'THIRD-PARTY.txt'), thirdPartyNotice(cli.folder, inputs));
}

function packageAt(name) {
  const folder = join(root, 'packages', name);
  return { folder, ...JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) };
}

/** What the command's code asks npm's packages for. */
const outsideOf = (cli) => Object.keys({ ...cli.dependencies, ...cli.optionalDependencies });

/** Writes a program of the benches that is made of the command's source into a folder of an installed command, as that is built. */
export function bundleProgram(file, outdir) {
  const cli = packageAt('cli');
  return bundle(cli, [file], { external: outsideOf(cli), splitting: true, outdir, outbase: dirname(file) });
}

const entriesOf = ({ exports }) => Object.values(exports);

const bundle = ({ folder }, entryPoints, options) =>
  build({
    absWorkingDir: folder,
    entryPoints,
    outdir: 'dist',
    outbase: 'src',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    // THIRD-PARTY.txt has them whole.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [builtins, plainWidths, noLibraries],
    ...options,
  });

/** CommonJS that is bundled into ES modules has no `require` to ask Node for its own modules. */
const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[\w:/]+$/ }, ({ path, kind }) =>
      kind === 'require-call' && builtinModules.includes(path.replace(/^node:/, ''))
        ? { path, namespace: 'builtin' }
        : undefined,
    );
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/**
 * yargs measures what it lays out with two versions of string-width, whose patterns of emojis take 25 ms of each start. Help of ours has
 * no emojis: `conformance/published.test.ts` compares all of it with that of a checkout.
 */
const plainWidths = {
  name: 'plain-widths',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, () => ({
      contents: `import { stripVTControlCharacters } from 'node:util';
        export default (text) => stripVTControlCharacters(text).length;`,
    }));
  },
};

/** Lists of what TypeScript's libraries declare, 300 KB and 12 ms of each build: names are resolved with `lib: []`, and any other would throw. */
const noLibraries = {
  name: 'no-libraries',
  setup({ onLoad }) {
    onLoad({ filter: /scope-manager[\\/]dist[\\/]lib[\\/]index\.js$/ }, () => ({
      contents: 'exports.lib = new Map();',
    }));
  },
};
