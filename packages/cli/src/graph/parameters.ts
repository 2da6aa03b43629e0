import type { Manifest } from '@tankard/framework/manifest';
import type { ResolvedConfig } from '../config/resolved.ts';
import { existingResource } from './existing.ts';
import type { AnyNode, GraphParameter } from './node.ts';
import { referencesIn } from './references.ts';

/** The parameters that some node uses, with the values that are known. What nothing uses, nobody is asked for. */
export function graphParameters(
  manifest: Manifest,
  { parameters }: ResolvedConfig,
  nodes: readonly AnyNode[],
): readonly GraphParameter[] {
  const used = new Set(
    nodes.flatMap(({ model }) =>
      referencesIn(model).flatMap((leaf) => ('$parameter' in leaf ? [leaf.$parameter] : [])),
    ),
  );
  return allParameters(manifest)
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
