import { isTankardError } from '@tankard/framework/manifest';
import { startClock } from '../clock/clock.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { createRetries } from '../clock/retries.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { appFacts } from './app-facts.ts';
import { createBuildQueue } from './build-queue.ts';
import { createFunctionPools } from './function-pools.ts';
import type { AppFacts, Happening } from './happening.ts';
import type { BuildContext } from './local-app.ts';
import { buildLocalApp, type LocalApp } from './local-app.ts';
import { createSourceStacks } from './source-stack.ts';

/** The app with its functions and its clock, built anew whenever its source changes. */
export interface RunningApp {
  /** As the source stands now; waits for a build that is under way, and throws what stopped it. */
  current(): Promise<LocalApp>;
  /** The source has changed. */
  invalidate(): void;
  invoke(functionName: string, event: string): Promise<InvocationResult>;
  /** Runs a schedule as if it were due at `time`. */
  run(schedule: LocalSchedule, time: Date): Promise<InvocationResult>;
  /** Waits for the first build; only later ones are told of. */
  ready(): Promise<{ readonly app: LocalApp; readonly facts: AppFacts }>;
  close(): Promise<void>;
}

/** @param context what builds need, once it is known. */
export function startApp(
  context: Promise<Omit<BuildContext, 'stacks'>>,
  tell: (happening: Happening) => void,
): RunningApp {
  let isReady = false;
  const stacks = createSourceStacks();
  const pools = createFunctionPools(({ name }, line) =>
    tell({ kind: 'log', function: name, line: stacks.resolve(line) }),
  );
  const retries = createRetries();
  const clock = startClock((schedule, time) => {
    const event = scheduledEvent(schedule, time);
    void retries.run(
      () => runOnTime(schedule, event),
      (seconds) => tell({ kind: 'retrying', schedule: schedule.name, seconds }),
    );
  });
  const builds = createBuildQueue(build);

  async function build(): Promise<LocalApp> {
    const began = performance.now();
    try {
      const app = await buildLocalApp({ ...(await context), stacks });
      const changed = pools.update(app.functions);
      clock.set(app.clocked);
      const duration = performance.now() - began;
      if (isReady) tell({ kind: 'rebuilt', app: appFacts(app, clock), changed, duration });
      if (app.warnings.length > 0) tell({ kind: 'warnings', problems: app.warnings });
      return app;
    } catch (error) {
      if (isReady && isTankardError(error)) tell({ kind: 'build-failed', problems: error.problems });
      throw error;
    }
  }

  async function invoke(name: string, event: string): Promise<InvocationResult> {
    const result = await pools.invoke(name, event);
    if (!result.failed) return result;
    const payload = stacks.resolve(result.payload);
    tell({ kind: 'failed', function: name, ...failureIn(payload) });
    return { ...result, payload };
  }

  async function runWith(schedule: LocalSchedule, event: object): Promise<InvocationResult> {
    const result = await invoke(schedule.function, JSON.stringify(event));
    const { failed, duration, payload } = result;
    tell({ kind: 'ran', schedule: schedule.name, failed, duration, payload });
    return result;
  }

  /** The function may be gone when it is tried again. */
  async function runOnTime(schedule: LocalSchedule, event: object): Promise<{ readonly failed: boolean }> {
    try {
      return await runWith(schedule, event);
    } catch (error) {
      const payload = JSON.stringify({ errorType: 'Error', errorMessage: String(error) });
      tell({ kind: 'ran', schedule: schedule.name, failed: true, duration: 0, payload });
      return { failed: false };
    }
  }

  return {
    current: builds.current,
    invalidate: builds.invalidate,
    invoke,
    run: (schedule, time) => runWith(schedule, scheduledEvent(schedule, time)),
    async ready() {
      const app = await builds.current();
      isReady = true;
      return { app, facts: appFacts(app, clock) };
    },
    async close() {
      builds.close();
      clock.stop();
      retries.stop();
      await pools.close();
    },
  };
}

/** What a failed invocation says of itself; Lambda gives always these two. */
function failureIn(payload: string): { readonly errorType: string; readonly errorMessage: string } {
  const { errorType = 'Error', errorMessage = '' } = JSON.parse(payload);
  return { errorType, errorMessage };
}
