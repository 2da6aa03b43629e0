import { join } from 'node:path';
import { isTankardError } from '@tankard/framework/manifest';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { startClock } from '../clock/clock.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import { LOCAL_ACCOUNT, startEngines } from '../engines.ts';
import { startGateway } from '../gateway/server.ts';
import type { InvocationResult } from '../workers/invocation-result.ts';
import { appFacts } from './app-facts.ts';
import { createBuildQueue } from './build-queue.ts';
import { answerControl, type Controls } from './control.ts';
import { createFunctionPools } from './function-pools.ts';
import type { Addresses, Happening } from './happening.ts';
import { type BuildContext, buildLocalApp, type LocalApp } from './local-app.ts';
import { localFolder, removeSession, writeSession } from './session-file.ts';
import { createSourceStacks } from './source-stack.ts';
import { watchProject } from './watch-project.ts';
import { removeOldCode } from './write-code.ts';

export interface SessionOptions {
  readonly config: ResolvedConfig;
  /** The first port that is tried for the app's routes; 0 takes any. */
  readonly port: number;
  /** The first port that is tried for AWS's protocols; 0 takes any. */
  readonly awsPort: number;
  /** The address of another DynamoDB. */
  readonly dynamodb?: string | undefined;
  readonly region: string;
  /** What the time to readiness is counted from, on the clock of `performance.now()`; default the call. */
  readonly since?: number | undefined;
  readonly tell: (happening: Happening) => void;
}

/** An app that runs on this machine. */
export interface Session {
  readonly addresses: Addresses;
  close(): Promise<void>;
}

/**
 * Starts the engines, the gateway, the clock and the app's functions, and rebuilds the app when its source changes.
 *
 * @throws TankardError with everything that is wrong with the app, once all that was started has ended again.
 */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { config, region, tell, since = performance.now() } = options;
  const folder = localFolder(config.project);
  const code = join(folder, 'functions');
  const stacks = createSourceStacks();
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };

  const pools = createFunctionPools(({ name }, line) =>
    tell({ kind: 'log', function: name, line: stacks.resolve(line) }),
  );
  const clock = startClock((schedule, time) => {
    run(schedule, time).catch((error: unknown) => {
      const payload = JSON.stringify({ errorType: 'Error', errorMessage: String(error) });
      tell({ kind: 'ran', schedule: schedule.name, failed: true, duration: 0, payload });
    });
  });
  let ready = false;
  const context = Promise.withResolvers<BuildContext>();
  const builds = createBuildQueue(build);
  closers.push(() => pools.close(), clock.stop, builds.close);

  async function build(): Promise<LocalApp> {
    const began = performance.now();
    try {
      const app = await buildLocalApp(await context.promise);
      const changed = pools.update(app.functions);
      clock.set(app.clocked);
      if (ready)
        tell({ kind: 'rebuilt', app: appFacts(app, clock), changed, duration: performance.now() - began });
      if (app.warnings.length > 0) tell({ kind: 'warnings', problems: app.warnings });
      return app;
    } catch (error) {
      if (ready && isTankardError(error)) tell({ kind: 'build-failed', problems: error.problems });
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

  async function run(schedule: LocalSchedule, time: Date): Promise<InvocationResult> {
    const result = await invoke(schedule.function, JSON.stringify(scheduledEvent(schedule, time)));
    const { failed, duration, payload } = result;
    tell({ kind: 'ran', schedule: schedule.name, failed, duration, payload });
    return result;
  }

  const controls = (addresses: Addresses): Controls => ({
    facts: () => ({ pid: process.pid, ...addresses }),
    schedules: async () => (await builds.current()).schedules,
    trigger: async (schedule) => run(schedule, new Date()),
  });

  try {
    const gateway = await startGateway({
      port: options.port,
      app: async () => {
        const app = await builds.current();
        return {
          ...app.gateway,
          matcher: app.matcher,
          invoke: (name, payload) => pools.invoke(name, payload),
        };
      },
      onAnswer: (answered) => tell({ kind: 'answered', ...answered }),
    });
    closers.push(() => gateway.close());
    const addresses = Promise.withResolvers<Addresses>();
    const engines = await startEngines({
      port: options.awsPort,
      data: folder,
      region,
      dynamodb: options.dynamodb,
      control: async (request) => answerControl(request, controls(await addresses.promise)),
    });
    closers.push(() => engines.close());
    engines.onMail((mail) => tell({ kind: 'mail', mail }));
    addresses.resolve({ url: gateway.url, endpoint: engines.endpoint, mail: join(folder, 'mail') });
    const places = { region, account: LOCAL_ACCOUNT, apiUrl: gateway.url, endpoint: engines.endpoint };
    context.resolve({ config, engines, places, code, stacks });
    await writeSession(config.project, { pid: process.pid, url: gateway.url, endpoint: engines.endpoint });
    closers.push(() => removeSession(config.project));

    closers.push(watchProject(config.project, () => builds.invalidate()));
    const app = await builds.current();
    ready = true;
    for (const [of, wanted, port] of [
      ['HTTP', options.port, gateway.port],
      ['AWS', options.awsPort, engines.port],
    ] as const) {
      if (port !== wanted && wanted !== 0) tell({ kind: 'port-taken', of, wanted, port });
    }
    await removeOldCode(
      code,
      app.functions.map((one) => one.folder),
    );
    const known = await addresses.promise;
    tell({
      kind: 'ready',
      app: appFacts(app, clock),
      addresses: known,
      duration: performance.now() - since,
    });
    return { addresses: known, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What a failed invocation says of itself; Lambda gives always these two. */
function failureIn(payload: string): { readonly errorType: string; readonly errorMessage: string } {
  const { errorType = 'Error', errorMessage = '' } = JSON.parse(payload);
  return { errorType, errorMessage };
}
