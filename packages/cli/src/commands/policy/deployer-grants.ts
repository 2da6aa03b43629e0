import { READER_ACTIONS } from '../../aws/existing.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { AnyNode, Graph } from '../../graph/node.ts';
import { existingSources } from '../../plan/existing-sources.ts';
import type { DeployerGrant, KindDeployer } from '../../resources/deployer.ts';
import { deployers } from '../../resources/deployers.ts';
import type { Kind, Models } from '../../resources/models.ts';
import { type OwnArns, ownArns } from '../../resources/own-arns.ts';
import type { Scope } from '../../resources/reconciler.ts';

/**
 * Everything that a deploy of this graph calls: each kind is looked for, those that the app has are brought
 * about, what is there already is looked at, and the state is kept.
 *
 * @param withData also what removes tables, buckets, streams and secrets.
 */
export function deployerGrants(
  graph: Graph,
  { rolePath, state }: Pick<ResolvedConfig, 'rolePath' | 'state'>,
  scope: Scope,
  withData: boolean,
): readonly DeployerGrant[] {
  const own = ownArns(scope, rolePath);
  const nodes = [...graph.nodes.values()];
  return [
    ...Object.values(deployers).flatMap(({ find }) => find(own)),
    ...nodes.flatMap((node) => nodeGrants(node, own)),
    ...(withData ? nodes.flatMap(({ kind }) => deployers[kind].removeData?.(own) ?? []) : []),
    ...existingSources(graph, scope).map(({ kind, address }) => ({
      actions: READER_ACTIONS[kind],
      resources: [existingArn(kind, address, scope)],
    })),
    ...(nodes.some(sendsMail) ? mailGrants(own) : []),
    ...(state === undefined ? [] : stateGrants(state, scope)),
  ];
}

function nodeGrants<K extends Kind>({ kind, model }: Extract<AnyNode, { kind: K }>, own: OwnArns) {
  const deployer: KindDeployer<Models[K]> = deployers[kind as K];
  return deployer.bring(own, model as Models[K]);
}

/** What the app names by its name alone is in its own account. */
function existingArn(
  kind: keyof typeof READER_ACTIONS,
  address: string,
  { partition, region, account }: Scope,
): string {
  if (address.startsWith('arn:')) return address;
  if (kind === 'bucket') return `arn:${partition}:s3:::${address}`;
  const name =
    kind === 'table' ? `dynamodb:${region}:${account}:table` : `events:${region}:${account}:event-bus`;
  return `arn:${partition}:${name}/${address}`;
}

const sendsMail = (node: AnyNode): boolean =>
  (node.kind === 'role' || node.kind === 'policy') &&
  node.model.statements.some(({ conditions = {} }) =>
    Object.values(conditions).some((condition) => 'ses:FromAddress' in condition),
  );

/** A plan looks whether SES knows the senders. */
const mailGrants = (own: OwnArns): readonly DeployerGrant[] => [
  { actions: ['ses:GetAccount'], resources: ['*'] },
  { actions: ['ses:GetEmailIdentity'], resources: [own.regional('ses', 'identity/*')] },
];

/** The journal, its lock and the code of earlier deploys, in S3. */
function stateGrants(state: string, { partition }: Scope): readonly DeployerGrant[] {
  const { hostname: bucket, pathname } = new URL(state);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  const arn = `arn:${partition}:s3:::${bucket}`;
  return [
    { actions: ['s3:ListBucket'], resources: [arn] },
    {
      actions: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      resources: [`${arn}/${prefix && `${prefix}/`}*`],
    },
  ];
}
