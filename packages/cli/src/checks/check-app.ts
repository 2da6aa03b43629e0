import type { Manifest, Problem } from '@tankard/framework/manifest';
import { functionsOf } from '../build/functions.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { settingsOf } from '../graph/settings.ts';
import type { FunctionUsage } from '../policy/usage.ts';
import { checkApi } from './api.ts';
import { checkCallers } from './callers.ts';
import { checkConfigNames } from './config-names.ts';
import { checkFunction } from './function.ts';
import { checkFunctionNames } from './function-names.ts';
import { checkQueues } from './queues.ts';
import { checkTarget } from './targets/check-target.ts';
import { checkTopics } from './topics.ts';
import { checkUsages } from './usages.ts';

/** What the rules look at. */
export interface CheckInput {
  readonly manifest: Manifest;
  readonly config: ResolvedConfig;
  readonly usages: readonly FunctionUsage[];
}

/** What is wrong once the configuration and the code of each function are known; the framework has checked the rest. */
export function checkApp({ manifest, config, usages }: CheckInput): readonly Problem[] {
  const functions = functionsOf(manifest).map((spec) => ({ spec, settings: settingsOf(spec, config) }));
  return [
    ...checkConfigNames(manifest, config),
    ...checkFunctionNames(functions.map(({ spec }) => spec)),
    ...functions.flatMap((one) => checkFunction(one, config)),
    ...checkApi(manifest, config),
    ...checkCallers({ manifest, config }),
    ...checkTarget({ manifest, config, usages }),
    ...checkQueues(manifest, functions),
    ...checkTopics(manifest),
    ...checkUsages(manifest, usages),
  ];
}
