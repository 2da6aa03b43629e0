import type { Place, Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { NodeId } from '../resources/value.ts';
import type { AnyNode } from './node.ts';

/** The nodes by id, and NAME_TAKEN for each that has the id or the AWS name of another one. */
export function uniqueNodes(nodes: readonly AnyNode[]): {
  readonly nodes: ReadonlyMap<NodeId, AnyNode>;
  readonly problems: readonly Problem[];
} {
  const byId = new Map<NodeId, AnyNode>();
  const byName = new Map<string, AnyNode>();
  const problems: Problem[] = [];
  for (const node of nodes) {
    const name = awsName(node);
    const other = byId.get(node.id) ?? (name === undefined ? undefined : byName.get(name));
    if (other) problems.push(taken(node, other));
    byId.set(node.id, node);
    if (name !== undefined) byName.set(name, node);
  }
  return { nodes: byId, problems };
}

function awsName({ kind, model }: AnyNode): string | undefined {
  return 'physicalName' in model ? `${kind} ${JSON.stringify(model.physicalName)}` : undefined;
}

function taken(node: AnyNode, other: AnyNode): Problem {
  return problem('NAME_TAKEN', {
    message: `The ${node.kind} '${node.name}' and the ${other.kind} '${other.name}'${at(other.place)} would have one name in AWS.`,
    place: node.place,
    subject: node.name,
    remedy: `Give one of the two another name. Names ending in 'Failures' and 'DeadLetters' are those of queues that Tankard makes.`,
  });
}

const at = (place: Place | undefined): string => (place ? ` (${place.file}:${place.line})` : '');
