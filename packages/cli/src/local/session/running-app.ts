import { isTankardError } from '@tankard/framework/errors';
import { functionsOf } from '../../build/functions.ts';
import { createSourceStacks } from '../../build/source-stack.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { createInvoke, type Invoke, type InvokeOptions } from '../invocations/invoker.ts';
import type { InvocationRecord } from '../invocations/record.ts';
import { appFacts } from './app-facts.ts';
import type { AppSource } from './app-source.ts';
import { createBuildQueue } from './build-queue.ts';
import { createFunctionPools } from './function-pools.ts';
import type { AppFacts, Happening } from './happening.ts';
import { type BuildContext, buildLocalApp, type LocalApp } from './local-app.ts';
import { tellInvocations } from './tell-invocations.ts';

/** The app with its functions and its clock, built anew whenever its source changes. */
export interface RunningApp {
  /** As the source stands now; waits for a build that is under way, and throws what stopped it. */
  current(): Promise<LocalApp>;
  /** What was built last, which may be older than the source. */
  latest(): LocalApp | undefined;
  /** The source has changed. */
  invalidate(): void;
  readonly invoke: Invoke;
  /** The same for who has just asked for the app that is `current`. */
  readonly invokeCurrent: Invoke;
  readonly record: InvocationRecord;
  /**
   * Runs a handler on request.
   *
   * @param name of a handler, or of a function that several share.
   * @param event JSON text; without, a schedule gets the event of this moment, any other an empty one.
   */
  trigger(name: string, event?: string): Promise<Invocation>;
  /** Runs again what ran before, with the same event or another. */
  replay(invocation: Invocation, event?: string): Promise<Invocation>;
  /** Waits until every event that is due has been handled, and those that came of it. */
  drain(): Promise<void>;
  /** When a schedule is due next; nothing where it is never, or not on this machine. */
  nextRun(schedule: LocalSchedule): Date | undefined;
  /** Waits for the first build; only later ones are told of. */
  ready(): Promise<{ readonly app: LocalApp; readonly facts: AppFacts }>;
  close(): Promise<void>;
}

export interface RunningAppOptions extends Pick<BuildContext, 'ground' | 'places' | 'code' | 'keys'> {
  readonly source: AppSource;
  readonly record: InvocationRecord;
  readonly tell: (happening: Happening) => void;
}

export function startApp(options: RunningAppOptions): RunningApp {
  const { source, ground, places, code, keys, record, tell } = options;
  const { time, callers } = ground;
  let isReady = false;
  let latest: LocalApp | undefined;
  const stacks = createSourceStacks();
  tellInvocations(record, tell);
  const pools = createFunctionPools(callers, ({ name }, line, invocation) => {
    const resolved = stacks.resolve(line);
    if (invocation !== undefined) record.log(invocation, resolved);
    tell({ kind: 'log', function: name, line: resolved });
  });
  const builds = createBuildQueue(build);
  const running: Omit<InvokeOptions, 'ready'> = {
    run: async (name, event) => {
      const result = await pools.invoke(name, event);
      return result.failed ? { ...result, payload: stacks.resolve(result.payload) } : result;
    },
    record,
    time,
  };
  const invoke = createInvoke({ ...running, ready: builds.current });
  const events = ground.startEvents({ invoke, record, ready: builds.current, tell });

  async function onRequest(name: string, event: string, what: string): Promise<Invocation> {
    const { requestId } = await invoke({ function: name, event, cause: { by: 'request', what, after: [] } });
    const invocation = record.get(requestId);
    if (!invocation) throw new Error(`The record of ${requestId} is gone.`);
    return invocation;
  }

  async function build(): Promise<LocalApp> {
    const began = performance.now();
    try {
      const app = await buildLocalApp({ prepared: source.prepare(), ground, places, code, keys, stacks });
      const changed = pools.update(app.functions);
      await events.update(app);
      latest = app;
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
    latest: () => latest,
    invalidate() {
      pools.expectUpdate();
      builds.invalidate();
    },
    invoke,
    invokeCurrent: createInvoke({ ...running, ready: builds.settled }),
    record,
    async trigger(name, event) {
      const { manifest, schedules } = await builds.current();
      const schedule = schedules.find((one) => one.name === name);
      const made = schedule ? JSON.stringify(scheduledEvent(schedule, new Date(time.now()))) : '{}';
      const served = functionsOf(manifest).find(({ handlers }) => handlers.some((one) => one.name === name));
      return onRequest(served?.name ?? name, event ?? made, name);
    },
    replay: (before, event = before.event) => onRequest(before.function, event, `${before.cause.what} again`),
    drain: events.drain,
    nextRun: (schedule) => (latest?.clocked.includes(schedule) ? events.clock.next(schedule) : undefined),
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
