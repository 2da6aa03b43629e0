import { functionsOf } from '../build/functions.ts';
import { sourceStatements } from '../policy/sources/source-statements.ts';
import { vpcStatements } from '../policy/sources/vpc-statements.ts';
import { splitStatements } from '../policy/split-statements.ts';
import type { FunctionUsage } from '../policy/usage.ts';
import type { GraphInput } from './build-graph.ts';
import type { FunctionPlan } from './lower/lowering.ts';
import { policyArns } from './policy-arns.ts';
import { settingsOf } from './settings.ts';

/** Brings together what is known of each function. */
export function planFunctions(input: GraphInput): ReadonlyMap<string, FunctionPlan> {
  const { manifest, config, artifacts, usages, statements } = input;
  const arns = policyArns(manifest, config);
  const artifactOf = new Map(artifacts.map((one) => [one.function, one]));
  const usageOf = new Map(usages.map((one) => [one.function, one]));
  return new Map(
    functionsOf(manifest).map((spec) => {
      const { name } = spec;
      const artifact = artifactOf.get(name);
      if (!artifact) throw new Error(`Nothing was built for the function '${name}'.`);
      const usage = usageOf.get(name) ?? noUsage(name);
      const settings = settingsOf(spec, config);
      const asked = statements.get(name) ?? [];
      const own = sourceStatements(spec, { arns, tracing: settings.tracing });
      const network = settings.vpc ? vpcStatements(name, arns, asked) : [];
      const split = splitStatements([...asked, ...own, ...network], name);
      return [name, { spec, settings, artifact, usage, statements: split }];
    }),
  );
}

function noUsage(name: string): FunctionUsage {
  return { function: name, calls: [], resources: [], notSeen: [] };
}
