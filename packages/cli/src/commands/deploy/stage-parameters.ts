import { TankardError } from '@tankard/framework/errors';
import { missingParameters } from '../../checks/missing-parameters.ts';
import type { Graph } from '../../graph/node.ts';
import { askParameters } from '../../local/session/ask-parameters.ts';

/**
 * A value for each parameter of a graph; on a terminal those that have none are asked for.
 *
 * @param found what AWS was asked for.
 * @throws TankardError PARAMETER_MISSING.
 */
export async function stageParameters(
  graph: Graph,
  found: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const missing = missingParameters(graph).filter(({ subject = '' }) => !(subject in found));
  if (missing.length > 0 && !process.stdin.isTTY) throw new TankardError(missing);
  const known = graph.parameters.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
  return {
    ...Object.fromEntries(known),
    ...found,
    ...(missing.length > 0 ? await askParameters(missing) : {}),
  };
}
