import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { relative } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { problem } from '../../errors/problem.ts';
import { portable } from '../project.ts';
import { bundleForLoading, type LoadBundle } from './bundle-for-loading.ts';
import { refuseCycles } from './cycle.ts';
import { type LoadProcess, startLoadProcess } from './load-process.ts';
import type { LoadedApp } from './loaded.ts';
import { problemsOfRun } from './run-problems.ts';

/** What {@link loadApp} may be told. */
export interface LoadOptions {
  /** Milliseconds that the app may take to load; default 10,000. */
  readonly timeout?: number | undefined;
  /** One that was started before; default a new one. */
  readonly process?: LoadProcess | undefined;
}

/**
 * Runs the app in a process of its own, without credentials, and reads what it declares.
 *
 * @throws TankardError with APP_NOT_FOUND, APP_SYNTAX, APP_IMPORT_MISSING, APP_IMPORT_CYCLE,
 * APP_NOT_EXPORTED, APP_EXPORTED_TWICE, APP_THREW, APP_TIMED_OUT, APP_PROCESS_EXITED, and with
 * everything that the framework finds wrong in the declarations
 */
export async function loadApp(
  config: Pick<ResolvedConfig, 'project' | 'entry'>,
  options: LoadOptions = {},
): Promise<LoadedApp> {
  const { project, entry } = config;
  const { timeout = 10_000 } = options;
  // It starts while esbuild is at work.
  const { process = startLoadProcess(project) } = options;
  const { bundle, result } = await run(config, process, timeout);
  if (result.kind !== 'described') {
    throw new TankardError(problemsOfRun(result, { project, entry, timeout, bundle }));
  }
  const { manifest, exportName } = result;
  const { sources, packages } = bundle;
  return { project, entry, exportName, manifest, sources, packages };
}

async function run(
  { project, entry }: Pick<ResolvedConfig, 'project' | 'entry'>,
  process: LoadProcess,
  timeout: number,
) {
  let bundle: LoadBundle | undefined;
  try {
    if (!existsSync(entry)) throw new TankardError([notFound(project, entry)]);
    bundle = await bundleForLoading(project, entry);
    refuseCycles(project, entry, bundle.sources);
    return { bundle, result: await process.run(bundle.file, timeout) };
  } finally {
    process.end();
    if (bundle) await rm(bundle.file, { force: true });
  }
}

function notFound(project: string, entry: string) {
  const file = portable(relative(project, entry));
  return problem('APP_NOT_FOUND', {
    message: `The project has no ${file}.`,
    remedy: `Write the app there and export it, or name its file as \`entry\` in tankard.config.ts.`,
  });
}
