import { type Problem, TankardError } from '@tankard/framework/errors';
import { awsProblem } from '../aws/aws-problem.ts';
import { type ExistingFacts, readExisting } from '../aws/existing.ts';
import type { Target } from '../aws/target.ts';
import type { Graph } from '../graph/node.ts';
import { existingProblems } from './existing-problems.ts';
import { type ExistingSource, existingSources } from './existing-sources.ts';

/** What AWS says of what the app listens to and did not make. */
export interface LookedUp {
  /** Values of the graph's parameters that nobody had to give. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
}

/**
 * Looks up the existing resources that call the app's functions: whether they are there, a table's
 * stream, a queue's visibility. Only reads.
 *
 * @throws TankardError AWS_….
 */
export async function lookUpExisting(
  graph: Pick<Graph, 'app' | 'stage' | 'nodes' | 'parameters'>,
  target: Target,
): Promise<LookedUp> {
  const sources = existingSources(graph, { ...target, app: graph.app, stage: graph.stage });
  const seen = await Promise.all(
    sources.map(async (source) => ({ source, facts: await look(source, target) })),
  );
  const known = seen.flatMap(({ source, facts }) => (facts ? [{ source, facts }] : []));
  return {
    parameters: Object.fromEntries(
      known.flatMap(({ source: { parameter }, facts: { streamArn } }) =>
        parameter === undefined || streamArn === undefined ? [] : [[parameter, streamArn]],
      ),
    ),
    problems: known.flatMap(({ source, facts }) => existingProblems(source, facts)),
  };
}

async function look(
  { kind, address, node }: ExistingSource,
  { clients }: Target,
): Promise<ExistingFacts | undefined> {
  try {
    return await readExisting(kind, address, clients);
  } catch (error) {
    const known = awsProblem(error, { step: `looking at the ${kind} ${address}`, place: node.place });
    throw known ? new TankardError([known]) : error;
  }
}
