import { TankardError } from '@tankard/framework/errors';
import type { Manifest } from '@tankard/framework/manifest';
import type { FunctionCode, LayerCode } from '../build/artifact.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import type { FunctionUsage } from '../policy/usage.ts';
import type { Statement } from '../resources/role/statement.ts';
import { lowerFunction } from './lower/function.ts';
import { lowerLayer } from './lower/layer.ts';
import type { Lowering } from './lower/lowering.ts';
import { lowerResource } from './lower/resources.ts';
import { lowerSources } from './lower/sources.ts';
import { namesOf } from './names.ts';
import type { Graph } from './node.ts';
import { graphOutputs } from './outputs.ts';
import { graphParameters, parameterClashes } from './parameters.ts';
import { placeholdersOf } from './placeholders.ts';
import { planFunctions } from './plan-functions.ts';
import { resourceValues } from './resource-values.ts';
import { uniqueNodes } from './unique-nodes.ts';

/** What a graph is made of. A function without usage or statements asks for nothing but its logs and events. */
export interface GraphInput {
  readonly manifest: Manifest;
  readonly config: ResolvedConfig;
  /** One a function. */
  readonly artifacts: readonly FunctionCode[];
  /** Where the AWS SDK lies apart from the functions. */
  readonly layer?: LayerCode | undefined;
  readonly usages: readonly FunctionUsage[];
  /** By function: what its code and its `permissions` ask for. */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
}

/**
 * Every AWS resource that the app wants in one stage: one node each, without cycles.
 *
 * @throws TankardError NAME_TAKEN where two nodes would be one in AWS, and POLICY_TOO_LARGE.
 */
export function buildGraph(input: GraphInput): Graph {
  const { manifest, config, layer } = input;
  const names = namesOf(manifest.app, config.stage, config.rolePath);
  const functions = planFunctions(input);
  const values = resourceValues(manifest, names);
  const placeholders = placeholdersOf(manifest, config, values);
  const lowering: Lowering = { manifest, config, names, values, placeholders, functions, layer };
  const plans = [...functions.values()];
  const { nodes, problems } = uniqueNodes([
    ...manifest.resources.flatMap((declaration) => lowerResource(declaration, lowering)),
    ...lowerLayer(lowering),
    ...plans.flatMap((plan) => lowerFunction(plan, lowering)),
    ...lowerSources(lowering),
  ]);
  const all = [
    ...problems,
    ...parameterClashes(manifest),
    ...plans.flatMap(({ statements }) => statements.problems),
  ];
  if (all.length > 0) throw new TankardError(all);
  return {
    app: manifest.app,
    stage: config.stage,
    nodes,
    parameters: graphParameters(manifest, config, [...nodes.values()]),
    tags: config.tags ?? {},
    outputs: graphOutputs(lowering),
  };
}
