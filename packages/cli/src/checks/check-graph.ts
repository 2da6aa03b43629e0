import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { Graph, Node } from '../graph/node.ts';
import { valueLength } from './value-length.ts';

/** Bytes of all names and values together. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const ENVIRONMENT_BYTES = 4096;

/** AWS's limits on single resources. */
export function checkGraph(graph: Graph): readonly Problem[] {
  return [...graph.nodes.values()].flatMap((node) =>
    node.kind === 'function' ? checkEnvironment(node) : [],
  );
}

function checkEnvironment({ name, place, model }: Node<'function'>): readonly Problem[] {
  const variables = Object.entries(model.environment);
  const bytes = variables.reduce((sum, [key, value]) => sum + key.length + valueLength(value), 0);
  if (bytes <= ENVIRONMENT_BYTES) return [];
  return [
    problem('ENVIRONMENT_TOO_LARGE', {
      message: `The environment of '${name}' has ${variables.length} variables of ${bytes} bytes; Lambda takes ${ENVIRONMENT_BYTES}.`,
      place,
      subject: name,
      remedy: 'Move long values into a parameter, a secret or an object in a bucket, or split the function.',
    }),
  ];
}
