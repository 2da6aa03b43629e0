import type { Manifest, Problem } from '@tankard/framework/manifest';
import type { ResolvedConfig } from '../config/resolved.ts';
import { problem } from '../errors/problem.ts';
import { existingResource } from './existing.ts';
import type { AnyNode, GraphParameter } from './node.ts';
import { referencesIn } from './references.ts';

/** The parameters that some node uses, with the values that are known. What nothing uses, nobody is asked for. */
export function graphParameters(
  manifest: Manifest,
  { parameters }: ResolvedConfig,
  nodes: readonly AnyNode[],
): readonly GraphParameter[] {
  const all = allParameters(manifest);
  // Looking through every value of every node takes the most of what a graph takes.
  if (all.length === 0) return [];
  const used = new Set(
    nodes.flatMap(({ model }) =>
      referencesIn(model).flatMap((leaf) => ('$parameter' in leaf ? [leaf.$parameter] : [])),
    ),
  );
  return all
    .filter(({ name }) => used.has(name))
    .map((one) => ({ ...one, value: parameters[one.name] ?? one.value }));
}

/** Every parameter that the app could ask for: its own, and those that name existing resources. */
export function allParameters(manifest: Manifest): readonly GraphParameter[] {
  const own = manifest.resources.flatMap((one): GraphParameter[] =>
    one.kind === 'parameter' ? [{ name: one.name, value: one.default, description: one.description }] : [],
  );
  const existing = manifest.resources.flatMap((one) =>
    one.existing === undefined ? [] : existingResource(one, one.existing).parameters,
  );
  return [...own, ...existing];
}

/** NAME_TAKEN for two existing resources whose names differ and would be one parameter. */
export function parameterClashes(manifest: Manifest): readonly Problem[] {
  const first = new Map<string, GraphParameter>();
  return allParameters(manifest).flatMap((one) => {
    const other = first.get(one.name);
    first.set(one.name, one);
    if (!other || other.value === one.value) return [];
    return [
      problem('NAME_TAKEN', {
        message: `'${other.existing?.text ?? other.name}' and '${one.existing?.text ?? one.name}' would both be the parameter ${one.name}.`,
        subject: one.name,
        remedy: 'Split the app, or give one of the two resources another name in AWS.',
      }),
    ];
  });
}
