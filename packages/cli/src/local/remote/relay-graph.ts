import type { AnyNode, Graph, Kind } from '../../graph/node.ts';
import { referencesIn } from '../../graph/references.ts';
import type { NodeId } from '../../resources/value.ts';
import { RELAY_VARIABLE, relayCode } from './relay-function.ts';

/** What the session has itself: it serves the routes, runs the clock, and has the SDK beside each function. */
const OURS: ReadonlySet<Kind> = new Set<Kind>([
  'function-url',
  'http-api',
  'api-key',
  'http-authorizer',
  'http-integration',
  'http-route',
  'rest-api',
  'rest-authorizer',
  'rest-deployment',
  'schedule',
  'schedule-group',
  'usage-plan',
  'layer',
  'websocket-api',
  'websocket-authorizer',
  'websocket-integration',
  'websocket-route',
  'websocket-stage',
]);

/**
 * The part of an app that stands in another engine: its data, what delivers events, and for each function one that relays them
 * to the session.
 *
 * @param relayUrl gives where a function's events are taken.
 */
export function relayGraph(graph: Graph, relayUrl: (functionName: string) => string): Graph {
  const nodes = new Map<NodeId, AnyNode>();
  const isGone = (id: NodeId) => {
    const node = graph.nodes.get(id);
    return node !== undefined && (OURS.has(node.kind) || (node.kind === 'rule' && !!node.model.schedule));
  };
  for (const [id, node] of graph.nodes) {
    if (isGone(id)) continue;
    const relayed = node.kind === 'function' ? relayFunction(node, relayUrl(node.name)) : node;
    const named = referencesIn(relayed.model).flatMap((leaf) => ('$ref' in leaf ? [leaf.$ref] : []));
    // A permission for an API that is not there, a role of a schedule.
    if (named.some(isGone)) continue;
    nodes.set(id, { ...relayed, dependsOn: relayed.dependsOn.filter((other) => !isGone(other)) });
  }
  return { ...graph, nodes: withoutOrphans(nodes), outputs: [] };
}

function relayFunction(node: Extract<AnyNode, { kind: 'function' }>, url: string): AnyNode {
  return {
    ...node,
    model: {
      ...node.model,
      environment: { [RELAY_VARIABLE]: url },
      code: { zip: relayCode.zip, digest: relayCode.digest },
      handler: 'index.handler',
      layers: [],
      vpc: undefined,
      reservedConcurrency: undefined,
      tracing: false,
    },
  };
}

/** Roles that only the clock's schedules had. */
function withoutOrphans(nodes: Map<NodeId, AnyNode>): ReadonlyMap<NodeId, AnyNode> {
  const used = new Set(
    [...nodes.values()].flatMap((node) =>
      referencesIn(node.model).flatMap((leaf) => ('$ref' in leaf ? [leaf.$ref] : [])),
    ),
  );
  return new Map([...nodes].filter(([id, { kind }]) => kind !== 'role' || used.has(id)));
}
