import { TankardError } from '@tankard/framework/errors';
import { until } from '../aws/eventually.ts';
import type { Kind } from '../graph/node.ts';
import type { Known } from '../resources/known.ts';
import { isKnown } from '../resources/known.ts';
import type { Models } from '../resources/models.ts';
import { isOwned } from '../resources/ownership.ts';
import type { Key, Made, Observed, Properties, Reconciler } from '../resources/reconciler.ts';
import { resolveModel } from '../resources/resolve-model.ts';
import type { EndLine } from '../state/record.ts';
import { act, type Recorder } from './act.ts';
import { changedNames, compare, hashesOf } from './compare.ts';
import { foreignProblem } from './make-plan.ts';
import type { WantedStep } from './plan.ts';
import type { KnownAttributes, Stage } from './stage.ts';

/** What is known of the nodes that are done. */
export interface Settled {
  readonly attributes: KnownAttributes;
  /** Nodes that were removed and made again: what AWS keeps with them went too. */
  readonly remade: Set<string>;
}

/** A node with everything known that it refers to. */
interface Ready {
  readonly reconciler: Reconciler<Kind>;
  readonly model: Known<Models[Kind]>;
  readonly key: Key;
  readonly wanted: Properties;
}

/** Brings one node to AWS, now that everything before it is there. */
export async function settleWanted(
  step: WantedStep,
  stage: Stage,
  settled: Settled,
  recorder: Recorder,
): Promise<void> {
  const ready = readyOf(step, stage, settled);
  const observed = await observedNow(step, ready, stage, settled);
  const changes = observed ? compare(ready.wanted, observed.properties) : [];
  const line = { id: step.id, kind: step.kind, key: ready.key, after: step.after };
  const end = (made: Made): EndLine => ({ ...line, line: 'end', made, left: hashesOf(ready.wanted) });
  if (observed && changes.length === 0) {
    const made = { attributes: observed.attributes, facts: observed.facts ?? step.recorded?.made?.facts };
    if (!isRecorded(step, end(made))) await recorder.journal.write(end(made));
    settled.attributes.set(step.id, observed.attributes);
    return;
  }
  const made = await act(
    step,
    { begin: { ...line, line: 'begin' }, end, work: () => bringAbout(step, ready, observed, stage) },
    recorder,
  );
  if (step.action === 'replace') settled.remade.add(step.id);
  settled.attributes.set(step.id, made.attributes);
}

function readyOf({ id, kind, node }: WantedStep, stage: Stage, { attributes }: Settled): Ready {
  const { context, parameters } = stage;
  const reconciler = stage.reconcilers.of(kind);
  const lookup = { scope: context.scope, parameters, attributes: attributes.get.bind(attributes) };
  const model = resolveModel(node.model, lookup);
  if (!isKnown(model))
    throw new Error(`'${id}' refers to something that was not made: ${JSON.stringify(model)}`);
  return {
    reconciler,
    model,
    key: reconciler.key(model, context.scope),
    wanted: reconciler.wanted(model, context),
  };
}

/** What the plan saw, unless something before this node was made again meanwhile. */
async function observedNow(step: WantedStep, ready: Ready, stage: Stage, { remade }: Settled) {
  const seen = 'observed' in step ? step.observed : undefined;
  if (!step.after.some((id) => remade.has(id))) return seen;
  const { reconciler, key, model } = ready;
  return reconciler.observe({ key, model, recorded: step.recorded?.made }, stage.context);
}

async function bringAbout(
  step: WantedStep,
  ready: Ready,
  observed: Observed | undefined,
  { context }: Stage,
): Promise<Made> {
  const { reconciler, key, model } = ready;
  const recorded = step.recorded?.made;
  if (observed && step.action !== 'replace') return sync(ready, observed, step, context);
  if (observed) await reconciler.remove({ key, recorded }, context);
  const made = await reconciler.ensure(model, context);
  if (made) return made;
  const there = await until(
    `That AWS shows ${step.id}`,
    () => reconciler.observe({ key, model, recorded }, context),
    (one) => one !== undefined,
    { signal: context.signal },
  );
  if (!there) throw new Error(`AWS does not show ${step.id}.`);
  if (there.tags && !step.recorded && !isOwned(there.tags, context.scope)) {
    throw new TankardError([foreignProblem(step.node, Object.values(key).join(' '))]);
  }
  return sync(ready, there, step, context);
}

async function sync(
  { reconciler, key, model, wanted }: Ready,
  observed: Observed,
  step: WantedStep,
  context: Stage['context'],
): Promise<Made> {
  const recorded = step.recorded?.made;
  const changed = changedNames(compare(wanted, observed.properties));
  if (changed.size === 0)
    return { attributes: observed.attributes, facts: observed.facts ?? recorded?.facts };
  return reconciler.sync({ key, model, wanted, observed, recorded, changed }, context);
}

function isRecorded({ recorded }: WantedStep, { made, left, after }: EndLine): boolean {
  const old = recorded && { made: recorded.made, left: recorded.left, after: recorded.after };
  return JSON.stringify(old) === JSON.stringify({ made, left, after });
}
