import type { Graph } from '../../graph/node.ts';
import type { LocalPlaces } from './resolve-value.ts';

/**
 * The graph with the ARNs of existing tables' streams, which a deploy looks up and nobody can know here: whichever stream the table
 * has. Mappings find it by the table.
 */
export function withStreamArns(
  graph: Graph,
  { region, account }: Pick<LocalPlaces, 'region' | 'account'>,
): Graph {
  const parameters = graph.parameters.map((parameter) => {
    const { existing, value } = parameter;
    if (existing?.attribute !== 'streamArn' || value !== undefined) return parameter;
    const table = existing.text.startsWith('arn:')
      ? existing.text
      : `arn:aws:dynamodb:${region}:${account}:table/${existing.text}`;
    return { ...parameter, value: `${table}/stream/*` };
  });
  return { ...graph, parameters };
}
