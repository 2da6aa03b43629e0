import { isTankardError, type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { identityOf } from '../state/identity.ts';
import type { Recorder } from './act.ts';
import { inOrder } from './in-order.ts';
import type { Plan } from './plan.ts';
import { settleGone } from './settle-gone.ts';
import { settleWanted } from './settle-wanted.ts';
import { type KnownAttributes, STEPS_AT_ONCE, type Stage } from './stage.ts';

/**
 * Does what a plan says: first everything that is wanted, each after what it refers to, then the
 * removals, so that nothing is missing in between.
 *
 * @returns the attributes of what is there now.
 * @throws TankardError AWS_…, DEPLOY_PARTLY, DEPLOY_ABORTED; the journal then holds how far it came.
 */
export async function applyPlan(plan: Plan, stage: Stage, recorder: Recorder): Promise<KnownAttributes> {
  // What was read for the plan is old as soon as something changes.
  const fresh: Stage = { ...stage, context: { ...stage.context, once: (_, read) => read() } };
  const settled = { attributes: new Map(), remade: new Set<string>() };
  const made = await inOrder(plan.wanted, STEPS_AT_ONCE, (step) =>
    settleWanted(step, fresh, settled, recorder),
  );
  if (made.length > 0) throw failure(made, recorder);
  const gone = plan.gone.map((step) => ({ id: identityOf(step.kind, step.key), after: step.after, step }));
  const removed = await inOrder(gone, STEPS_AT_ONCE, ({ step }) => settleGone(step, fresh, recorder));
  if (removed.length > 0) throw failure(removed, recorder);
  return settled.attributes;
}

/** Everything that went wrong at once; what is none of the user's or AWS's doing goes through as it is. */
function failure(errors: readonly unknown[], { begun, signal }: Recorder): unknown {
  if (signal.aborted) return new TankardError([aborted(begun)]);
  const strange = errors.find((error) => !isTankardError(error));
  if (strange) return strange;
  const problems = errors.flatMap((error) => (isTankardError(error) ? error.problems : []));
  return new TankardError(begun > problems.length ? [...problems, partly(begun)] : problems);
}

function aborted(begun: number): Problem {
  return problem('DEPLOY_ABORTED', {
    message: `Stopped after ${begun} steps had begun.`,
    remedy: 'Nothing is lost: run it again, and it goes on from there.',
  });
}

function partly(begun: number): Problem {
  return problem('DEPLOY_PARTLY', {
    message: `Some of ${begun} steps were done before this one failed; what was there before still serves.`,
    remedy: 'The journal holds how far it came. Mend the cause and run it again.',
  });
}
