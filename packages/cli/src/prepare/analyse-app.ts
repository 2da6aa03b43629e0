import type { Manifest, Problem } from '@tankard/framework/manifest';
import { type FunctionSpec, functionsOf } from '../build/functions.ts';
import { loadApp } from '../build/load/load-app.ts';
import type { LoadedApp } from '../build/load/loaded.ts';
import type { Slice } from '../build/slice/slice.ts';
import { sliceApp } from '../build/slice/slice-app.ts';
import { checkApp } from '../checks/check-app.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { policyArns } from '../graph/policy-arns.ts';
import { readUsage } from '../policy/read-usage.ts';
import { type FunctionStatements, statementsFor } from '../policy/statements-for.ts';
import type { FunctionUsage } from '../policy/usage.ts';
import { knownUsages } from './known-usages.ts';
import { policySettings } from './policy-settings.ts';

/** An app as far as its source and configuration tell, before anything is built of it. */
export interface AnalysedApp {
  readonly config: ResolvedConfig;
  readonly loaded: LoadedApp;
  readonly manifest: Manifest;
  readonly functions: readonly FunctionSpec[];
  /** By function: what of the source it can reach. */
  readonly slices: ReadonlyMap<string, Slice>;
  readonly usages: readonly FunctionUsage[];
  /** By function: what its code and its `permissions` ask for. */
  readonly policies: ReadonlyMap<string, FunctionStatements>;
  /** Everything that is wrong so far, errors and warnings. */
  readonly problems: readonly Problem[];
}

/**
 * Loads the app, cuts its source for each function, and reads there what the function may do.
 *
 * @throws TankardError where the app cannot be loaded; what is wrong beyond that is in `problems`.
 */
export async function analyseApp(config: ResolvedConfig): Promise<AnalysedApp> {
  return analyseLoaded(await loadApp(config), config);
}

/**
 * The same of an app that was loaded.
 *
 * @param before what was found before with the same packages: functions that keep of the source what they kept then are not read again
 */
export async function analyseLoaded(
  loaded: LoadedApp,
  config: ResolvedConfig,
  before?: AnalysedApp,
): Promise<AnalysedApp> {
  const { manifest } = loaded;
  const functions = functionsOf(manifest);
  const slices = sliceApp(loaded, before && { sources: before.loaded.sources, slices: before.slices });
  const known = before ? knownUsages(before, { manifest, slices }) : new Map<string, FunctionUsage>();
  const usages = [...slices].map(([name, slice]) => known.get(name) ?? readUsage(slice, loaded));
  const policies = await policiesOf(functions, usages, manifest, config);
  const problems = [
    ...checkApp({ manifest, config, usages }),
    ...[...policies.values()].flatMap((policy) => policy.problems),
  ];
  return { config, loaded, manifest, functions, slices, usages, policies, problems };
}

async function policiesOf(
  functions: readonly FunctionSpec[],
  usages: readonly FunctionUsage[],
  manifest: Manifest,
  config: ResolvedConfig,
): Promise<ReadonlyMap<string, FunctionStatements>> {
  const arns = policyArns(manifest, config);
  const policies = new Map<string, FunctionStatements>();
  const specOf = new Map(functions.map((spec) => [spec.name, spec]));
  for (const usage of usages) {
    const spec = specOf.get(usage.function);
    if (!spec) throw new Error(`There is a slice of '${usage.function}', which is no function of the app.`);
    const settings = policySettings(spec, config);
    policies.set(spec.name, await statementsFor(spec, usage, { manifest, arns, settings }));
  }
  return policies;
}
