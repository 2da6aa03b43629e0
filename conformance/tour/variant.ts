import type { Manifest } from '@tankard/framework/manifest';
import { functionsOf } from '../../packages/cli/src/build/functions.ts';
import type { ResolvedConfig } from '../../packages/cli/src/config/resolved.ts';
import { buildGraph } from '../../packages/cli/src/graph/build-graph.ts';
import type { Graph } from '../../packages/cli/src/graph/node.ts';
import { configOf } from '../../packages/cli/src/graph/testing/given.ts';
import type { FunctionUsage } from '../../packages/cli/src/policy/usage.ts';
import type { Statement } from '../../packages/cli/src/resources/role/statement.ts';

/** A small app as data: what the tour deploys one after another. */
export interface Variant {
  /** The trait in which it differs from the first. */
  readonly trait: string;
  readonly manifest: Manifest;
  readonly config: Partial<ResolvedConfig>;
  readonly usages: readonly FunctionUsage[];
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  /** Text of the functions that have other code than the rest, by name. */
  readonly code: Readonly<Record<string, string>>;
}

/** The source of a function's one file. */
export const codeOf = ({ code }: Variant, name: string): string =>
  `exports.handler = async () => '${code[name] ?? 'done'}';\n`;

export function graphOf(variant: Variant): Graph {
  const { manifest, config, usages, statements } = variant;
  const artifacts = functionsOf(manifest).map(({ name }) => ({
    function: name,
    zip: `${name}.zip`,
    handler: 'index.handler',
    digest: codeOf(variant, name),
  }));
  return buildGraph({ manifest, config: configOf(config), artifacts, usages, statements });
}
