import { isTankardError } from '@tankard/framework/manifest';
import { type Clock, startClock } from '../clock/clock.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import { allDeliveries } from '../deliveries/all-deliveries.ts';
import { drain } from '../deliveries/delivery.ts';
import type { Engines } from '../engines.ts';
import { createAsynchronousInvocations } from '../invocations/asynchronous.ts';
import type { Cause } from '../invocations/cause.ts';
import { createInvoke, type Invoke } from '../invocations/invoker.ts';
import { createRecord, type InvocationRecord } from '../invocations/record.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { appFacts } from './app-facts.ts';
import { createBuildQueue } from './build-queue.ts';
import { createFunctionPools } from './function-pools.ts';
import type { AppFacts, Happening } from './happening.ts';
import type { BuildContext } from './local-app.ts';
import { buildLocalApp, type LocalApp } from './local-app.ts';
import { createSourceStacks } from './source-stack.ts';
import { tellInvocations } from './tell-invocations.ts';

/** The app with its functions and its clock, built anew whenever its source changes. */
export interface RunningApp {
  /** As the source stands now; waits for a build that is under way, and throws what stopped it. */
  current(): Promise<LocalApp>;
  /** The source has changed. */
  invalidate(): void;
  readonly invoke: Invoke;
  readonly record: InvocationRecord;
  /** Runs a schedule as if it were due at `time`. */
  run(schedule: LocalSchedule, time: Date): Promise<InvocationResult>;
  /** Waits until every event that is due has been handled, and those that came of it. */
  drain(): Promise<void>;
  /** Waits for the first build; only later ones are told of. */
  ready(): Promise<{ readonly app: LocalApp; readonly facts: AppFacts }>;
  close(): Promise<void>;
}

/** What builds need besides the engines. */
export type BuildPlaces = Omit<BuildContext, 'stacks' | 'engines'>;

/** @param places what builds need, once it is known. */
export function startApp(
  engines: Engines,
  places: Promise<BuildPlaces>,
  tell: (happening: Happening) => void,
): RunningApp {
  const { time, callers, targets } = engines;
  let isReady = false;
  let functionsByArn = new Map<string, string>();
  const stacks = createSourceStacks();
  const record = createRecord();
  tellInvocations(record, tell);
  const pools = createFunctionPools(callers, ({ name }, line, invocation) => {
    const resolved = stacks.resolve(line);
    if (invocation !== undefined) record.log(invocation, resolved);
    tell({ kind: 'log', function: name, line: resolved });
  });
  const builds = createBuildQueue(build);
  const invoke = createInvoke(pools, record, stacks, time, builds.current);
  const asynchronous = createAsynchronousInvocations(invoke, time, (name, seconds) =>
    tell({ kind: 'retrying', function: name, seconds }),
  );
  const deliveries = allDeliveries({ engines, invoke, asynchronous });
  const clock: Clock = startClock(time, (schedule, at) =>
    asynchronous.take(schedule.function, JSON.stringify(scheduledEvent(schedule, at)), causeOf(schedule)),
  );
  targets.receive('lambda', async (arn, { body, cause }) => {
    // The source may have changed what the app has.
    await builds.current();
    const name = functionsByArn.get(arn);
    if (name === undefined) throw new Error(`There is no function ${arn}.`);
    asynchronous.take(name, body, cause);
  });

  async function build(): Promise<LocalApp> {
    const began = performance.now();
    try {
      const app = await buildLocalApp({ ...(await places), engines, stacks });
      const changed = pools.update(app.functions);
      functionsByArn = new Map(app.functions.map(({ arn, name }) => [arn, name]));
      clock.set(app.clocked);
      await Promise.all(deliveries.map((delivery) => delivery.update(app)));
      const duration = performance.now() - began;
      if (isReady) tell({ kind: 'rebuilt', app: appFacts(app, clock), changed, duration });
      if (app.warnings.length > 0) tell({ kind: 'warnings', problems: app.warnings });
      return app;
    } catch (error) {
      if (isReady && isTankardError(error)) tell({ kind: 'build-failed', problems: error.problems });
      throw error;
    }
  }

  return {
    current: builds.current,
    invalidate: builds.invalidate,
    invoke,
    record,
    run: (schedule, at) =>
      invoke({
        function: schedule.function,
        event: JSON.stringify(scheduledEvent(schedule, at)),
        cause: causeOf(schedule),
      }),
    drain: () => drain(() => [asynchronous, ...deliveries]),
    async ready() {
      const app = await builds.current();
      isReady = true;
      return { app, facts: appFacts(app, clock) };
    },
    async close() {
      builds.close();
      clock.stop();
      await Promise.all([asynchronous, ...deliveries].map((delivery) => delivery.close()));
      await pools.close();
    },
  };
}

const causeOf = ({ name }: LocalSchedule): Cause => ({ by: 'schedule', what: name, after: [] });
