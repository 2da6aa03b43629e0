import type { Problem } from '@tankard/framework/manifest';
import { nearest } from '../../errors/nearest.ts';
import { problem } from '../../errors/problem.ts';
import type { Graph } from '../../graph/node.ts';

/** What `--replace-data` names and the app does not have: a name that is misspelt would protect the data that it means. */
export function unknownReplaced(
  names: readonly string[],
  { nodes }: Pick<Graph, 'nodes'>,
): readonly Problem[] {
  const known = [...new Set([...nodes.values()].map(({ name }) => name))];
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      return problem('USAGE_INVALID', {
        message: `--replace-data names '${name}', which the app does not declare.`,
        remedy: meant ? `Did you mean '${meant}'?` : 'Give the name that the resource has in the app.',
      });
    });
}
