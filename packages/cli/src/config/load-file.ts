import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Place, TankardError } from '@tankard/framework/errors';
import { type BuildFailure, build } from 'esbuild';
import { problem } from '../errors/problem.ts';

/**
 * Runs a configuration file and gives what it exports by default. It goes through esbuild, so that
 * it may be written like the app: any TypeScript, imports with or without extension.
 *
 * @throws TankardError CONFIG_SYNTAX, CONFIG_THREW, CONFIG_NOT_EXPORTED.
 */
export async function loadConfigFile(file: string, project: string): Promise<unknown> {
  const bundle = await bundled(file, project);
  const folder = join(project, '.tankard', 'cache');
  await mkdir(folder, { recursive: true });
  // Node keeps modules by their address for ever: a changed configuration needs another name. So does another command that
  // runs in the project now, and takes its own away.
  const hash = createHash('sha256').update(bundle.code).digest('hex').slice(0, 12);
  const path = join(folder, `config-${hash}-${process.pid}.mjs`);
  await writeFile(path, bundle.code);
  try {
    const loaded: { default?: unknown } = await import(pathToFileURL(path).href);
    if (loaded.default !== undefined) return loaded.default;
  } catch (thrown) {
    throw new TankardError([threw(thrown, path, bundle, relative(project, file))]);
  } finally {
    await rm(path, { force: true });
  }
  throw new TankardError([
    problem('CONFIG_NOT_EXPORTED', {
      message: `${relative(project, file)} has no default export.`,
      place: { file: relative(project, file), line: 1 },
      remedy: 'Write `export default defineConfig({ … })`.',
    }),
  ]);
}

interface Bundle {
  readonly code: string;
  readonly map: string;
}

async function bundled(file: string, project: string): Promise<Bundle> {
  try {
    const { outputFiles } = await build({
      entryPoints: [file],
      absWorkingDir: project,
      outdir: join(project, '.tankard', 'cache'),
      bundle: true,
      write: false,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node22',
      sourcemap: 'external',
      logLevel: 'silent',
    });
    const [map, code] = outputFiles.toSorted((a) => (a.path.endsWith('.map') ? -1 : 1));
    return { code: code?.text ?? '', map: map?.text ?? '' };
  } catch (thrown) {
    if (!isBuildFailure(thrown)) throw thrown;
    throw new TankardError(
      thrown.errors.map(({ text, location }) =>
        problem('CONFIG_SYNTAX', {
          message: text,
          place: location ? { file: location.file, line: location.line } : undefined,
          remedy: 'Correct the line; the rest of the project has not been read yet.',
        }),
      ),
    );
  }
}

const isBuildFailure = (thrown: unknown): thrown is BuildFailure =>
  thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors);

function threw(thrown: unknown, path: string, bundle: Bundle, file: string) {
  const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ERR_MODULE_NOT_FOUND';
  const message = thrown instanceof Error ? thrown.message.replaceAll(path, file) : String(thrown);
  return problem('CONFIG_THREW', {
    message: `${file} could not be loaded: ${message}`,
    place: (thrown instanceof Error && thrownAt(thrown, path, bundle)) || { file, line: 1 },
    remedy: isMissing
      ? 'Install the package that it imports.'
      : 'The configuration is run on its own, before the app: it may read the environment, but must not depend on it.',
  });
}

/** The line of the user's file that threw, through the bundle's source map. */
function thrownAt({ stack }: Error, path: string, { map }: Bundle): Place | undefined {
  const frame = stack
    ?.split('\n')
    .find((line) => line.includes(pathToFileURL(path).href) || line.includes(path));
  const [, line, column] = frame?.match(/:(\d+):(\d+)\)?$/) ?? [];
  if (line === undefined || column === undefined) return undefined;
  const entry = new SourceMap(JSON.parse(map)).findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return undefined;
  // Sources are relative to the cache folder, two below the project.
  return { file: entry.originalSource.replace('../../', ''), line: entry.originalLine + 1 };
}
