import { functionsOf } from '../build/functions.ts';
import type { LoadedApp } from '../build/load/loaded.ts';
import type { Slice, Whole } from '../build/slice/slice.ts';
import { callsAws } from './calls/calls-aws.ts';
import { sdkCalls } from './calls/sdk-calls.ts';
import { sdkPackages } from './calls/sdk-packages.ts';
import { type ReadFiles, readCode } from './code/code.ts';
import type { FunctionUsage, NotSeen } from './usage.ts';
import { refusalUses } from './uses/refusal-uses.ts';
import { resourceUses } from './uses/resource-uses.ts';
import { evaluationOf } from './values/evaluation.ts';

const readOf = new WeakMap<LoadedApp['sources'], ReadFiles>();

/** Reads what the code of one function asks of AWS and of the app's resources from its slice. */
export function readUsage(
  slice: Slice,
  app: Pick<LoadedApp, 'project' | 'manifest' | 'sources'>,
): FunctionUsage {
  const resolve = (from: string, specifier: string) => slice.files.get(from)?.imports.get(specifier);
  const read = readOf.get(app.sources) ?? new Map();
  readOf.set(app.sources, read);
  const code = readCode(slice, app.project, resolve, read);
  const evaluation = evaluationOf(code, app.manifest);
  const served = functionsOf(app.manifest).find(({ name }) => name === slice.function)?.handlers ?? [];
  const { calls, notSeen } = sdkCalls(evaluation);
  return {
    function: slice.function,
    calls,
    resources: [...resourceUses(evaluation), ...refusalUses(served)],
    notSeen: [...notSeen, ...sdkPackages(evaluation, callsAws), ...slice.whole.map(keptWhole)],
  };
}

/** What could not be cut may be more than the function runs, and so may what is granted for it. */
function keptWhole({ place, owner, why }: Whole): NotSeen {
  if (owner !== undefined) {
    return {
      place,
      what: `${owner} stays whole: ${why}.`,
      remedy: 'Read its members by name where it can be followed, so that the function keeps only these.',
      isGranted: true,
    };
  }
  return {
    place,
    what: `A registration stays in every function, with what it reaches: ${why}`,
    remedy: 'Register each handler by a statement of its own at the top of a file.',
  };
}
