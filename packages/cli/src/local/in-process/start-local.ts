import { type App, isApp } from '@tankard/framework';
import type { ApiTarget } from '@tankard/framework/config';
import { TankardError } from '@tankard/framework/errors';
import { describe } from '@tankard/framework/manifest';
import { handlerName, nameHandlers } from '@tankard/framework/testing';
import { functionsOf, isStreaming } from '../../build/functions.ts';
import { missingParameters } from '../../checks/missing-parameters.ts';
import { gatekeeperOf } from '../app/gatekeeper-of.ts';
import { makeResources } from '../app/make-resources.ts';
import { nodesOf } from '../app/nodes-of.ts';
import { resolveValue } from '../app/resolve-value.ts';
import { websocketUrl } from '../app/websocket-url.ts';
import { withStreamArns } from '../app/with-stream-arns.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import type { Mail } from '../emulators/ses/mail.ts';
import { type Engines, LOCAL_ACCOUNT, startEngines } from '../engines.ts';
import { type LocalKeys, NO_KEYS } from '../gateway/callers/local-keys.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { createInvoke } from '../invocations/invoker.ts';
import { createRecord } from '../invocations/record.ts';
import { startAppEvents } from '../session/app-events.ts';
import { type WiredApp, wireApp } from '../session/wired-app.ts';
import { appOf } from './app-of.ts';
import { environmentOf, setEnvironment } from './environment.ts';
import { graphOfApp } from './graph-of-app.ts';
import { resultOf } from './result-of.ts';
import { type InProcessFunction, runInProcess } from './run-in-process.ts';
import { serveRoutes } from './serve-routes.ts';
import { createSharedIdentity } from './shared-identity.ts';

export interface StartLocalOptions {
  /** Values of the app's parameters; a default stands for one that is not given. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** Texts of the app's secrets, by their names. */
  readonly secrets?: Readonly<Record<string, string>> | undefined;
  /** What serves the routes; default `http`, an HTTP API. */
  readonly api?: ApiTarget | undefined;
  /** Public keys of issuers, which routes with `jwtAuthorizer` or `cognitoAuthorizer` take tokens of; those of others are fetched. */
  readonly jwks?: LocalKeys['jwks'] | undefined;
  /** Default `us-east-1`. */
  readonly region?: string | undefined;
  /** Where the data is kept. Without: a new folder, which is removed at the end. */
  readonly data?: string | undefined;
}

/** A running app in a test: its handlers run in the test's own process, on the engines of `tankard local`. */
export interface LocalTestApp {
  /** Where the app's routes are served, as API Gateway would: `http://localhost:40311`. */
  readonly url: string;
  /** Where its WebSockets connect: `ws://127.0.0.1:40312/local`; nothing where it takes none. */
  readonly websocketUrl: string | undefined;
  readonly engines: Engines;
  /**
   * Runs a handler now: a schedule with the event of this moment, any other with the raw event that is given.
   *
   * @param handler what `app.on…` gave, or its name.
   * @returns what the handler returned, as Lambda would pass it on.
   * @throws Error with the handler's own words where it failed; TypeError where the app has no such handler.
   */
  trigger(handler: unknown, event?: unknown): Promise<unknown>;
  /** Waits until every event that is due has been handled, and those that came of it. What waits for a time is left to the clock. */
  drain(): Promise<void>;
  /** The mails sent so far, oldest first. */
  mails(): Promise<readonly Mail[]>;
  readonly clock: TestClock;
  /** Every run of every function so far, oldest first: event, result, what caused it. */
  invocations(): readonly Invocation[];
  /** Stops everything and sets the environment back. */
  close(): Promise<void>;
}

export interface TestClock {
  /** The time of the session. */
  now(): Date;
  /**
   * Moves the clock forward, by milliseconds: schedules, delays, retries and expiries on the way happen. Then waits as `drain` does.
   */
  tick(milliseconds: number): Promise<void>;
}

/**
 * Runs an app for a test: routes over HTTP, the clock, queues, topics, buckets, tables and streams with what they call. Nothing is
 * bundled; handlers run here, where they can be debugged and what they import can be replaced. The environment is set to the engines, which SDK
 * clients read with their first call, and keep: one app a test file.
 *
 * @param app the App, or the module that exports it, which tells the handlers' names too.
 * @throws TankardError with everything that is wrong with the app; PARAMETER_MISSING, LOCAL_DYNAMODB_MISSING
 *
 * @example
 * const local = await startLocal(await import('../src/app.ts'), { parameters: { SourceEmail: 'a@example.com' } });
 * await fetch(`${local.url}/choir/subscribers`, { method: 'POST', body: '{"email":"ann@example.com"}' });
 * await local.clock.tick(3_600_000);
 * expect(await local.mails()).toHaveLength(1);
 * await local.close();
 */
export async function startLocal(
  app: App | Readonly<Record<string, unknown>>,
  options: StartLocalOptions = {},
): Promise<LocalTestApp> {
  const found = appOf(app);
  nameHandlers(found, isApp(app) ? {} : app);
  const manifest = describe(found);
  const { api = 'http', region = 'us-east-1', data, secrets } = options;
  const keys = { ...NO_KEYS, jwks: options.jwks ?? {} };
  const graph = withStreamArns(graphOfApp(manifest, { api, parameters: options.parameters ?? {} }), {
    region,
    account: LOCAL_ACCOUNT,
  });
  const missing = missingParameters(graph);
  if (missing.length > 0) throw new TankardError(missing);
  const engines = await startEngines({ region, data, secrets });
  const record = createRecord();
  const gateway = await serveRoutes(
    graph,
    (name, event, what, { by = 'route', take } = {}) =>
      invoke({ function: name, event, cause: { by, what, after: [] }, take }),
    (routes) => gatekeeperOf(graph, { gateway: routes, places, keys, now: () => engines.time.now() }),
  );
  const places = { region, account: LOCAL_ACCOUNT, apiUrl: gateway.url, endpoint: engines.endpoint };
  const wired = wireApp(manifest, graph, places);
  const identity = createSharedIdentity(engines.callers);
  const reset = setEnvironment({
    ...engines.environment,
    AWS_ACCESS_KEY_ID: identity.accessKeyId,
    ...environmentOf(graph, places),
  });
  const run = runInProcess(found, functionsIn(wired, functionsOf(manifest), api));
  const invoke = createInvoke({
    run: (name, event) => identity.during(name, event.invocation, () => run(name, event)),
    record,
    time: engines.time,
    ready: async () => {},
  });
  const events = startAppEvents({ engines, invoke, record, ready: async () => {}, tell: () => {} });
  async function close(): Promise<void> {
    await gateway.close();
    await events.close();
    await engines.close();
    reset();
  }

  try {
    for (const { code, message } of await makeResources(graph, places, engines))
      process.emitWarning(message, { code });
    await events.update(wired);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url: gateway.url,
    websocketUrl: websocketUrl(graph, places),
    engines,
    async trigger(handler, event) {
      const name = handlerName(found, handler) ?? '';
      const schedule = wired.schedules.find((one) => one.name === name);
      const declared = manifest.handlers.find((one) => one.name === name);
      if (!declared)
        throw new TypeError('This is no handler of the app: give what app.on… returned, or its name.');
      const spec = functionsOf(manifest).find(({ handlers }) => handlers.includes(declared));
      const now = new Date(engines.time.now());
      const given = event ?? (schedule ? scheduledEvent(schedule, now) : {});
      const cause = { by: 'request', what: name, after: [] } as const;
      return resultOf(await invoke({ function: spec?.name ?? name, event: JSON.stringify(given), cause }));
    },
    drain: events.drain,
    mails: engines.mails,
    clock: {
      now: () => new Date(engines.time.now()),
      async tick(milliseconds) {
        await engines.time.advance(milliseconds);
        await events.drain();
      },
    },
    invocations: record.all,
    close,
  };
}

function functionsIn(
  { graph, places }: WiredApp,
  specs: ReturnType<typeof functionsOf>,
  api: ApiTarget,
): readonly InProcessFunction[] {
  return nodesOf(graph, 'function').flatMap(({ name, id, model }) => {
    const spec = specs.find((one) => one.name === name);
    const arn = String(resolveValue({ $ref: id, attribute: 'arn' }, graph, places));
    const { physicalName, timeout, memory } = model;
    const streams = spec !== undefined && isStreaming(spec, api);
    return spec ? [{ spec, arn, physicalName, timeout, memory, streams }] : [];
  });
}
