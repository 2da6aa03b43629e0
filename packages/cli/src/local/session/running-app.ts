import { isTankardError } from '@tankard/framework/manifest';
import { createSourceStacks } from '../../build/source-stack.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import type { Engines } from '../engines.ts';
import { createInvoke, type Invoke } from '../invocations/invoker.ts';
import { createRecord, type InvocationRecord } from '../invocations/record.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { causeOfSchedule, startAppEvents } from './app-events.ts';
import { appFacts } from './app-facts.ts';
import { createBuildQueue } from './build-queue.ts';
import { createFunctionPools } from './function-pools.ts';
import type { AppFacts, Happening } from './happening.ts';
import type { BuildContext } from './local-app.ts';
import { buildLocalApp, type LocalApp } from './local-app.ts';
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
  const { time, callers } = engines;
  let isReady = false;
  const stacks = createSourceStacks();
  const record = createRecord();
  tellInvocations(record, tell);
  const pools = createFunctionPools(callers, ({ name }, line, invocation) => {
    const resolved = stacks.resolve(line);
    if (invocation !== undefined) record.log(invocation, resolved);
    tell({ kind: 'log', function: name, line: resolved });
  });
  const builds = createBuildQueue(build);
  const invoke = createInvoke({
    run: async (name, event) => {
      const result = await pools.invoke(name, event);
      return result.failed ? { ...result, payload: stacks.resolve(result.payload) } : result;
    },
    record,
    time,
    ready: builds.current,
  });
  const events = startAppEvents({
    engines,
    invoke,
    ready: builds.current,
    tell,
  });

  async function build(): Promise<LocalApp> {
    const began = performance.now();
    try {
      const app = await buildLocalApp({ ...(await places), engines, stacks });
      const changed = pools.update(app.functions);
      await events.update(app);
      const duration = performance.now() - began;
      if (isReady) tell({ kind: 'rebuilt', app: appFacts(app, events.clock), changed, duration });
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
        cause: causeOfSchedule(schedule),
      }),
    drain: events.drain,
    async ready() {
      const app = await builds.current();
      isReady = true;
      return { app, facts: appFacts(app, events.clock) };
    },
    async close() {
      builds.close();
      await events.close();
      await pools.close();
    },
  };
}
