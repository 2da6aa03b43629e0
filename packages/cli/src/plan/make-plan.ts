import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { AnyNode } from '../graph/node.ts';
import { isOwned } from '../resources/ownership.ts';
import type { Scope } from '../resources/reconciler.ts';
import { identityOf } from '../state/identity.ts';
import { lookAtGone } from './look-at-gone.ts';
import type { Plan, WantedStep } from './plan.ts';
import { type DataChoice, planGone } from './plan-gone.ts';
import { planWanted } from './plan-wanted.ts';
import { lookAtNodes, type Sight } from './sight.ts';
import type { Stage } from './stage.ts';

/**
 * Compares what the app wants with what AWS has; only reads. Without nodes it is the plan of a removal.
 */
export async function makePlan(
  nodes: ReadonlyMap<string, AnyNode>,
  stage: Stage,
  choice: DataChoice,
): Promise<Plan> {
  const sights = await lookAtNodes(nodes.values(), stage);
  const identities = new Set(sights.map(({ node, key }) => identityOf(node.kind, key)));
  const gone = stage.partial ? [] : await lookAtGone(identities, stage);
  const wanted = sights.map((sight) => {
    const old = gone.find(({ id, present }) => present && id === sight.node.id);
    return planWanted(sight, stage.reconcilers.of(sight.node.kind), old);
  });
  const replaced = new Set(
    wanted.flatMap((step) => (step.action === 'create' && step.replaces ? [step.id] : [])),
  );
  const marked = gone.map((one) => ({ ...one, replaced: replaced.has(one.id) }));
  return {
    wanted,
    gone: planGone(marked, stage.reconcilers, choice),
    problems: [
      ...sights.flatMap((sight) => foreignProblems(sight, stage.context.scope)),
      ...wanted.flatMap((step) => dataProblems(step, stage, choice)),
    ],
  };
}

/** Something has the wanted name, and neither the journal nor its tags say that we made it. */
function foreignProblems({ node, observed, recorded, key }: Sight, scope: Scope): readonly Problem[] {
  if (!observed?.tags || recorded || isOwned(observed.tags, scope)) return [];
  return [foreignProblem(node, Object.values(key).join(' '))];
}

/** RESOURCE_FOREIGN of a node. */
export function foreignProblem(node: AnyNode, called: string): Problem {
  return problem('RESOURCE_FOREIGN', {
    message: `AWS has a ${node.kind} '${called}' already, and this app did not make it in this stage.`,
    place: node.place,
    subject: node.id,
    remedy: 'Rename yours, remove the other, or use it with `.existing(…)` where it is a resource of yours.',
  });
}

function dataProblems(
  step: WantedStep,
  { reconcilers }: Stage,
  { replaceData }: DataChoice,
): readonly Problem[] {
  const { kind, node, action } = step;
  const emptied = action === 'replace' || (action === 'create' && step.replaces !== undefined);
  if (!emptied || !reconcilers.of(kind).data || replaceData.has(node.name)) return [];
  return [
    problem('DATA_PROTECTED', {
      message: `The ${kind} '${node.name}' would be replaced by an empty one: ${reasonOf(step)}.`,
      place: node.place,
      subject: step.id,
      remedy: `Undo the change, or run with --replace-data ${node.name} to lose what is in it.`,
    }),
  ];
}

function reasonOf(step: WantedStep): string {
  if (step.action !== 'replace') return 'it would have another name';
  return `AWS cannot change ${step.changes.map(({ path }) => path).join(', ')}`;
}
