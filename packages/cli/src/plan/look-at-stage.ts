import { TankardError } from '@tankard/framework/errors';
import { awsProblem } from '../aws/aws-problem.ts';
import type { GraphOutput } from '../graph/node.ts';
import { referencesIn } from '../graph/references.ts';
import { isKnown, unknownText } from '../resources/known.ts';
import { resolveModel } from '../resources/resolve-model.ts';
import type { NodeId } from '../resources/value.ts';
import { readJournal } from '../state/journal.ts';
import { NOTHING_RECORDED, type Recorded } from '../state/recorded.ts';
import { dependenciesOf } from './dependencies.ts';
import { type PlanRequest, stageOf } from './deploy.ts';
import { lookAtNodes, type Sight } from './sight.ts';

/** What there is of a stage. */
export interface StageView {
  /** One a node of the graph. */
  readonly sights: readonly Sight[];
  /** Nothing where no deploy is known of. */
  readonly recorded?: Recorded | undefined;
  /** Those of the graph's outputs whose values are known. */
  readonly outputs: readonly (Omit<GraphOutput, 'value'> & { readonly value: string })[];
}

/**
 * Looks at a stage without comparing it with anything.
 *
 * @throws TankardError AWS_….
 */
export async function lookAtStage(request: PlanRequest): Promise<StageView> {
  const { graph, store } = request;
  try {
    const recorded = await readJournal(store);
    const stage = await stageOf(request, recorded ?? NOTHING_RECORDED, false);
    const sights = await lookAtNodes(graph.nodes.values(), stage);
    const attributes = new Map(sights.map(({ node, observed }) => [node.id, observed?.attributes]));
    const lookup = {
      scope: stage.context.scope,
      parameters: request.parameters,
      attributes: (id: NodeId) => attributes.get(id),
    };
    const outputs = graph.outputs.map((output) => ({
      ...output,
      value: String(resolveModel(output.value, lookup)),
    }));
    return { sights, recorded, outputs: outputs.filter(({ value }) => isKnown(value)) };
  } catch (error) {
    const known = awsProblem(error, { step: 'looking at what is there' });
    throw known ? new TankardError([known]) : error;
  }
}

/** As much of a graph as one of its outputs is about, so that no more than that is looked at. */
export function graphBehind(graph: PlanRequest['graph'], output: GraphOutput): PlanRequest['graph'] {
  const ids = new Set<string>();
  const take = (id: NodeId): void => {
    const node = graph.nodes.get(id);
    if (!node || ids.has(id)) return;
    ids.add(id);
    dependenciesOf(node).forEach(take);
  };
  for (const leaf of referencesIn(output.value)) if ('$ref' in leaf) take(leaf.$ref);
  const nodes = new Map([...graph.nodes].filter(([id]) => ids.has(id)));
  return { ...graph, nodes, outputs: [output] };
}

/** Values for looking: a parameter that nobody gave one reads as what is not known. */
export function parametersForLooking(
  parameters: readonly { readonly name: string; readonly value?: string | undefined }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameters.map(({ name, value }) => [name, value ?? unknownText('value', `parameter:${name}`)]),
  );
}
