import { join } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { type BuildFailure, type BuildResult, build } from 'esbuild';
import type { LoadedApp } from '../load/loaded.ts';
import { tsconfigOf } from '../project.ts';
import type { Slice } from '../slice/slice.ts';
import { exportOfHandler } from './at-head.ts';
import type { ZipEntry } from './built-function.ts';
import { bundleProblem } from './bundle-problem.ts';
import type { FrameworkSdk } from './framework-sdks.ts';
import { nativePlugin } from './native-plugin.ts';
import { type Reached, reachedFrom } from './reached.ts';
import type { FunctionBuild } from './settings.ts';
import { type SharedPart, sharedParts } from './shared-parts.ts';
import { type SdkPlace, sharedNamespace, sharedPlugin } from './shared-plugin.ts';
import { ENTRY_NAMESPACE, entryOf, slicePlugin } from './slice-plugin.ts';
import { mapOf } from './source-map.ts';

/** One function of a run of esbuild. */
export interface GroupMember {
  readonly slice: Slice;
  /** Names of the handlers that the function serves. */
  readonly serves: readonly string[];
  /** What calls them: `route`, `sqs`, … */
  readonly sources: readonly string[];
  /** Its answers are sent as they are made. */
  readonly streams: boolean;
  /** What its bundle holds of the AWS SDK for the framework. */
  readonly sdks: readonly FrameworkSdk[];
  readonly format: 'cjs' | 'esm';
  readonly settings: FunctionBuild;
}

/** One function's own code, bundled. */
export interface GroupOutput extends Reached {
  readonly member: GroupMember;
  readonly entries: readonly ZipEntry[];
  readonly map: string;
  /** By shared file: absolute paths of its modules that the code uses, in order. */
  readonly shared: ReadonlyMap<SharedPart['file'], readonly string[]>;
  /** It was bundled as CommonJS, and a package in it asks for `import.meta`, which is empty there. */
  readonly needsModule: boolean;
}

/** Bundles functions of one format in one run of esbuild, in memory. */
export async function bundleGroup(
  loaded: LoadedApp,
  members: readonly GroupMember[],
  sdk: SdkPlace,
): Promise<readonly GroupOutput[]> {
  const result = await runEsbuild(loaded, members, sdk).catch((failure: BuildFailure) => failure);
  if ('metafile' in result) {
    const contents = new Map(result.outputFiles.map((file) => [file.path, file.contents]));
    return members.map((member, index) => outputOf(loaded, member, index, { ...result, contents }));
  }
  const waits = result.errors.some(({ text }) => text.startsWith('Top-level await'));
  if (waits && members[0]?.format === 'cjs') return bundleGroup(loaded, asModules(members), sdk);
  throw new TankardError(result.errors.map(bundleProblem));
}

/** The same functions as ES modules. */
export function asModules(members: readonly GroupMember[]): readonly GroupMember[] {
  return members.map((member) => ({ ...member, format: 'esm' }));
}

function runEsbuild(loaded: LoadedApp, members: readonly GroupMember[], sdk: SdkPlace): Promise<Result> {
  const format = members[0]?.format ?? 'cjs';
  return build({
    entryPoints: members.map(({ slice }, index) => ({ in: entryOf(slice.function), out: `${index}/index` })),
    absWorkingDir: loaded.project,
    outdir: loaded.project,
    outExtension: { '.js': format === 'esm' ? '.mjs' : '.js' },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    // Lambda reports the name of an error's class, and Step Functions match on it.
    keepNames: true,
    legalComments: 'none',
    format,
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    footer: { js: exportOfHandler[format] },
    external: members[0]?.settings.external.flatMap((name) => [name, `${name}/*`]) ?? [],
    tsconfig: tsconfigOf(loaded.project),
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'silent',
    // Said of packages too, where esbuild keeps warnings to itself.
    logOverride: { 'empty-import-meta': 'warning' },
    plugins: [slicePlugin(loaded, members), sharedPlugin(sdk), nativePlugin()],
  });
}

type Result = BuildResult<{ write: false; metafile: true }>;

/** What esbuild made, with its files by path. */
interface Made extends Result {
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

function outputOf(loaded: LoadedApp, member: GroupMember, index: number, result: Made): GroupOutput {
  const name = member.format === 'esm' ? 'index.mjs' : 'index.js';
  const output = `${index}/${name}`;
  const content = contentOf(result.contents, join(loaded.project, output));
  const map = new TextDecoder().decode(contentOf(result.contents, join(loaded.project, `${output}.map`)));
  const used = Object.entries(result.metafile.outputs[output]?.inputs ?? {}).filter(
    ([, { bytesInOutput }]) => bytesInOutput > 0,
  );
  const shared = sharedParts.map(({ file }): [SharedPart['file'], readonly string[]] => {
    const prefix = `${sharedNamespace(file)}:`;
    const inputs = used.map(([input]) => input).filter((input) => input.startsWith(prefix));
    return [file, inputs.map((input) => input.slice(prefix.length)).toSorted()];
  });
  const entries = [{ name, content, mode: 0o644 }];
  const empty = result.warnings
    .filter(({ id }) => id === 'empty-import-meta')
    .map(({ location }) => location?.file);
  const needsModule = used.some(([input]) => empty.includes(input));
  const reached = reachedFrom(`${ENTRY_NAMESPACE}:${member.slice.function}`, result.metafile, loaded.project);
  return {
    member,
    entries,
    map: mapOf(map, loaded.project),
    shared: new Map(shared),
    needsModule,
    ...reached,
  };
}

function contentOf(contents: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  return contents.get(path) ?? new Uint8Array();
}
