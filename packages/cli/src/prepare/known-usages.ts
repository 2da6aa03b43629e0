import { isDeepStrictEqual } from 'node:util';
import type { Manifest } from '@tankard/framework/manifest';
import { functionsOf } from '../build/functions.ts';
import type { FunctionUsage } from '../policy/usage.ts';
import type { Nameable } from '../policy/values/evaluation.ts';
import type { AnalysedApp } from './analyse-app.ts';

type Sliced = Pick<AnalysedApp, 'manifest' | 'slices'>;

/** By function: what its code was seen to use, where that hangs on nothing that has changed. */
export function knownUsages(
  before: Sliced & Pick<AnalysedApp, 'usages'>,
  now: Sliced,
): ReadonlyMap<string, FunctionUsage> {
  if (!isDeepStrictEqual(nameable(before.manifest), nameable(now.manifest))) return new Map();
  const handlersOf = handlersByFunction(before.manifest);
  const same = functionsOf(now.manifest).filter(
    ({ name, handlers }) =>
      now.slices.get(name) === before.slices.get(name) && isDeepStrictEqual(handlersOf.get(name), handlers),
  );
  const usageOf = new Map(before.usages.map((usage) => [usage.function, usage]));
  return new Map(
    same.flatMap(({ name }) => {
      const usage = usageOf.get(name);
      return usage ? [[name, usage]] : [];
    }),
  );
}

const nameable = ({ resources, websocket }: Manifest): Nameable => ({ resources, websocket });

function handlersByFunction(manifest: Manifest): ReadonlyMap<string, Manifest['handlers']> {
  return new Map(functionsOf(manifest).map(({ name, handlers }) => [name, handlers]));
}
