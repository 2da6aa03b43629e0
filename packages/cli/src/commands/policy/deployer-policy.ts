import { partitionOfRegion } from '../../aws/partition.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { Graph } from '../../graph/node.ts';
import type { Grant } from '../../policy/statements/grant.ts';
import { mergeGrants } from '../../policy/statements/merge.ts';
import { plainJson } from '../../resources/plain-json.ts';
import type { Property } from '../../resources/reconciler.ts';
import { resolveModel } from '../../resources/resolve-model.ts';
import { isLike } from '../../resources/role/like.ts';
import { policyDocument } from '../../resources/role/policy-document.ts';
import { deployerGrants } from './deployer-grants.ts';

/** Where is deployed to, as far as it is known; `*` otherwise. */
export interface DeployerPlace {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** How much whoever deploys may do. */
export interface DeployerChoice {
  /** Also removes what holds data. */
  readonly withData?: boolean | undefined;
  /** Only looks, as a plan does. */
  readonly readOnly?: boolean | undefined;
}

/** Calls that change nothing, by their names. */
const READS = /:(GET|Get|List|Describe)/;

/**
 * The IAM policy that whoever deploys this app needs, and no more.
 */
export function deployerPolicy(
  graph: Graph,
  config: Pick<ResolvedConfig, 'rolePath' | 'state'>,
  { account = '*', region = '*' }: DeployerPlace,
  { withData = false, readOnly = false }: DeployerChoice = {},
): Property {
  const scope = { app: graph.app, stage: graph.stage, account, region, ...partitionOfRegion(region) };
  const parameters = Object.fromEntries(graph.parameters.map(({ name, value = '*' }) => [name, value]));
  const lookup = { scope, parameters, attributes: () => undefined };
  const grants = deployerGrants(graph, config, scope, withData).flatMap(({ actions, ...rest }) =>
    actions
      .filter((action) => !readOnly || READS.test(action))
      .map((action) => ({ action, ...resolveModel(rest, lookup), because: { text: 'deploy' } })),
  );
  const statements = mergeGrants(withoutCovered(grants));
  return plainJson(policyDocument(statements, (value) => value as string));
}

/** What a pattern covers that stands beside it for the same action is not said twice. */
function withoutCovered(grants: readonly Grant[]): readonly Grant[] {
  const keyOf = ({ action, conditions }: Grant) => `${action} ${JSON.stringify(conditions)}`;
  const all = Map.groupBy(grants, keyOf);
  return grants.map((grant) => {
    const beside = (all.get(keyOf(grant)) ?? []).flatMap(({ resources }) => resources);
    const uncovered = grant.resources.filter(
      (resource) => !beside.some((other) => other !== resource && isLike(String(other), String(resource))),
    );
    return { ...grant, resources: uncovered };
  });
}
