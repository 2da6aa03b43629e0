import { isTankardError, TankardError } from '@tankard/framework/errors';
import { awsProblem } from '../aws/aws-problem.ts';
import type { Target } from '../aws/target.ts';
import type { Graph, GraphOutput } from '../graph/node.ts';
import { refuseErrors } from '../prepare/refuse-errors.ts';
import { allKinds, loadReconcilers } from '../resources/load-reconcilers.ts';
import { ownerTags, tagsOf } from '../resources/ownership.ts';
import type { ReconcileContext, Scope } from '../resources/reconciler.ts';
import { type Lookup, resolveModel } from '../resources/resolve-model.ts';
import { ownHolder } from '../state/holder.ts';
import { type Journal, openJournal, readJournal } from '../state/journal.ts';
import { NOTHING_RECORDED, type Recorded } from '../state/recorded.ts';
import type { StateStore } from '../state/store.ts';
import { applyPlan } from './apply-plan.ts';
import { saveMaps } from './code-maps.ts';
import { elsewhereProblems } from './elsewhere.ts';
import type { Listener } from './events.ts';
import { makePlan } from './make-plan.ts';
import { isEmpty, type Plan } from './plan.ts';
import type { DataChoice } from './plan-gone.ts';
import { saveRelease } from './release.ts';
import type { KnownAttributes, Stage } from './stage.ts';
import { tagsToRemember } from './tags-to-remember.ts';

/** What a plan needs to know. */
export interface PlanRequest {
  /** Without nodes everything is removed. */
  readonly graph: Pick<Graph, 'app' | 'stage' | 'nodes' | 'outputs'> & Partial<Pick<Graph, 'tags'>>;
  /** A value for each of the graph's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly target: Target;
  readonly store: StateStore;
  readonly choice: DataChoice;
  /** A zip by the file name that the graph has for it. */
  zip(name: string): Promise<Uint8Array>;
  /** A function's source map, as JSON, to be kept for its stacks. */
  map?(functionName: string): string | undefined;
  readonly signal: AbortSignal;
  /** The stage may stand in another account too. */
  readonly elsewhere?: boolean | undefined;
}

/** What a deploy needs besides. */
export interface DeployRequest extends PlanRequest {
  /** `deploy`, `delete`, `rollback`: for whoever waits for the lock. */
  readonly command: string;
  /** Takes the lock away from whoever holds it. */
  readonly breakLock: boolean;
  readonly onEvent: Listener;
  /** Asked before anything changes; not where nothing would. */
  confirm(plan: Plan): Promise<boolean>;
}

/** How a deploy ended. */
export interface DeployResult {
  readonly plan: Plan;
  /** False where the user said no. */
  readonly applied: boolean;
  /** The graph's outputs with their values; empty where the user said no. */
  readonly outputs: readonly (Omit<GraphOutput, 'value'> & { readonly value: string })[];
}

/**
 * What a deploy would do now; only reads, and takes no lock.
 *
 * @throws TankardError AWS_….
 */
export async function planDeploy(request: PlanRequest): Promise<Plan> {
  const recorded = (await readJournal(request.store)) ?? NOTHING_RECORDED;
  const plan = await planned(request, await stageOf(request, recorded, !recorded.complete));
  return { ...plan, problems: [...(await elsewhereProblems(request)), ...plan.problems] };
}

/**
 * Plans, asks, and applies, under the stage's lock. Run again after any failure, it goes on from where
 * it was.
 *
 * @throws TankardError STATE_LOCKED, RESOURCE_FOREIGN, DATA_PROTECTED, AWS_…, DEPLOY_….
 */
export function deploy(request: DeployRequest): Promise<DeployResult> {
  return underLock(request, async (journal) => {
    const stage = await stageOf(request, journal.recorded, !journal.recorded.complete);
    const result = await deployLocked(request, stage, journal);
    const { graph, store } = request;
    if (result.applied && graph.nodes.size === 0) await forgetWhenEmpty(store);
    return result;
  });
}

/**
 * Does something while nobody else changes the stage.
 *
 * @throws TankardError STATE_LOCKED, DEPLOY_ELSEWHERE.
 */
export async function underLock<Result>(
  request: DeployRequest,
  work: (journal: Journal) => Promise<Result>,
): Promise<Result> {
  const { graph, target, store, command, breakLock } = request;
  const { caller, account, region } = target;
  try {
    // Before there is a journal of this account.
    refuseErrors(await elsewhereProblems(request));
    const lock = await store.lock(ownHolder({ caller, command }), { break: breakLock });
    try {
      const name = { account, region, app: graph.app, stage: graph.stage };
      return await work(await openJournal(store, name, breakLock));
    } finally {
      await lock.release();
    }
  } catch (error) {
    // What a step's calls said is explained already; this is about a journal that is in AWS itself.
    const known = isTankardError(error)
      ? undefined
      : awsProblem(error, { step: `the state in ${store.name}` });
    throw known ? new TankardError([known]) : error;
  }
}

/**
 * Plans, asks and applies; the lock is held.
 *
 * @param release the number of the deploy that is brought back; without, this is a new one.
 */
export async function deployLocked(
  request: DeployRequest,
  stage: Stage,
  journal: Journal,
  release?: number,
): Promise<DeployResult> {
  const { store, signal, onEvent } = request;
  const plan = await planned(request, stage);
  onEvent({ type: 'planned', plan });
  refuseErrors(plan.problems);
  if (!isEmpty(plan) && !(await request.confirm(plan))) return { plan, applied: false, outputs: [] };
  const last = journal.recorded.deploy;
  const number = release ?? (last?.number ?? 0) + (last && isEmpty(plan) ? 0 : 1);
  const { caller } = request.target;
  const line = { line: 'deploy', number, caller, at: new Date().toISOString() } as const;
  const tags = Object.keys(stage.context.tags);
  const allTags = [...new Set([...tags, ...(last?.tags ?? [])])];
  await journal.write({ ...line, outcome: 'begun', tags: allTags });
  if (request.map && !isEmpty(plan)) await saveMaps(plan, store.files, request.map);
  const attributes = await applyPlan(plan, stage, { journal, onEvent, signal, begun: 0 });
  const lookup = lookupOf(request, stage, attributes);
  if (release === undefined && !isEmpty(plan)) {
    const steps = plan.wanted.map((step) => ({ step, model: resolveModel(step.node.model, lookup) }));
    await saveRelease(line, steps, store.files, request.zip);
  }
  await journal.write({ ...line, outcome: 'done', tags: tagsToRemember(plan, tags, allTags) });
  const outputs = request.graph.outputs.map((output) => resolveModel(output, lookup));
  return { plan, applied: true, outputs };
}

/** A stage of which nothing is left needs no journal; one with data that was kept does. */
async function forgetWhenEmpty(store: StateStore): Promise<void> {
  const left = await readJournal(store);
  if (left?.resources.size !== 0) return;
  for (const name of await store.files.names()) await store.files.remove(name);
  await store.remove();
}

async function planned(request: PlanRequest, stage: Stage): Promise<Plan> {
  const { graph, choice } = request;
  try {
    return await makePlan(graph.nodes, stage, choice);
  } catch (error) {
    const known = awsProblem(error, { step: 'looking at what is there' });
    throw known ? new TankardError([known]) : error;
  }
}

/** Loads what knows the kinds, and brings together what a plan is made with. */
export async function stageOf(request: PlanRequest, recorded: Recorded, lost: boolean): Promise<Stage> {
  const { graph, parameters } = request;
  const kinds = [...graph.nodes.values(), ...recorded.resources.values()].map(({ kind }) => kind);
  const reconcilers = await loadReconcilers(lost ? [...allKinds, ...kinds] : kinds);
  return { reconcilers, parameters, recorded, lost, context: contextOf(request, recorded) };
}

function contextOf(request: PlanRequest, recorded: Recorded): ReconcileContext {
  const { graph, target, signal } = request;
  const { account, region, partition, urlSuffix, clients } = target;
  const scope: Scope = { app: graph.app, stage: graph.stage, account, region, partition, urlSuffix };
  const tags = { ...graph.tags, ...ownerTags(scope) };
  const readings = new Map<string, Promise<unknown>>();
  return {
    scope,
    clients,
    tags,
    signal,
    ownTags: tagsOf(new Set([...Object.keys(tags), ...(recorded.deploy?.tags ?? [])])),
    once: <T>(key: string, read: () => Promise<T>) => {
      const reading = readings.get(key) ?? read();
      readings.set(key, reading);
      // Whoever uses a key reads the same thing under it.
      return reading as Promise<T>;
    },
    zip: (name) => request.zip(name),
  };
}

function lookupOf({ parameters }: PlanRequest, { context }: Stage, attributes: KnownAttributes): Lookup {
  return { scope: context.scope, parameters, attributes: attributes.get.bind(attributes) };
}
