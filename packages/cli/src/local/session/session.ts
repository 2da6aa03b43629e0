import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { LocalPlaces } from '../app/resolve-value.ts';
import { type Console, startConsole } from '../console/start-console.ts';
import { answerControl, type Controlled } from '../control/control.ts';
import { readMails } from '../emulators/ses/inbox.ts';
import { LOCAL_ACCOUNT } from '../engines.ts';
import { NO_KEYS } from '../gateway/callers/local-keys.ts';
import { type Gateway, startGateway } from '../gateway/server.ts';
import { openHistory } from '../invocations/history.ts';
import type { LocalFile } from '../local-file/local-file.ts';
import { localKeys } from '../local-file/local-keys.ts';
import { seed } from '../local-file/seed.ts';
import type { RemoteEngine } from '../remote/remote-engine.ts';
import { type AppSource, openAppSource } from './app-source.ts';
import { createFeed } from './feed.ts';
import type { Addresses, Happening } from './happening.ts';
import { type RunningApp, startApp } from './running-app.ts';
import { type Services, startServices } from './services.ts';
import { localFolder, removeSession, writeSession } from './session-file.ts';
import { removeOldCode } from './write-code.ts';

export interface SessionOptions {
  readonly config: ResolvedConfig;
  /** The first port that is tried for the app's routes; 0 takes any. */
  readonly port: number;
  /** The first port that is tried for AWS's protocols; 0 takes any. */
  readonly awsPort: number;
  /** The first port that is tried for the console; 0 takes any. */
  readonly consolePort: number;
  /** The address of another DynamoDB. */
  readonly dynamodb?: string | undefined;
  /** Another engine, in place of those that come with tankard. */
  readonly engine?: RemoteEngine | undefined;
  readonly region: string;
  /** What the project's local file says; default nothing. */
  readonly localFile?: LocalFile | undefined;
  /** Removes what earlier sessions kept, data included, before anything starts. */
  readonly fresh?: boolean | undefined;
  /** Holds each function to the permissions that are derived for it. Default: it may do everything. */
  readonly enforcePermissions?: boolean | undefined;
  /** What the time to readiness is counted from, on the clock of `performance.now()`; default the call. */
  readonly since?: number | undefined;
  /** Of the configuration, opened before; the session closes it. */
  readonly source?: AppSource | undefined;
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
 * @throws TankardError with everything that is wrong with the app, LOCAL_PORT_UNUSABLE, LOCAL_DYNAMODB_MISSING or
 * LOCAL_DYNAMODB_FAILED, once all that was started has ended again.
 */
export async function startSession(given: SessionOptions): Promise<Session> {
  const feed = createFeed(given.tell);
  const { tell } = feed;
  const options = { ...given, tell };
  const { config, region, since = performance.now(), source = openAppSource(config) } = options;
  const folder = localFolder(config.project);
  const code = join(folder, 'functions');
  const closers: (() => Promise<void> | void)[] = [source.close];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  if (options.fresh) await rm(folder, { recursive: true, force: true });
  try {
    // Requests that come while the first build is under way wait for it, as for any other.
    const places = Promise.withResolvers<LocalPlaces>();
    const started = Promise.withResolvers<Controlled>();
    let app: RunningApp | undefined;
    const account = options.engine?.account ?? LOCAL_ACCOUNT;
    const guard = options.enforcePermissions && (await import('./app-guard.ts')).appGuard;
    const services = await startServices(options, folder, {
      guard: guard ? guard(() => app?.latest(), { region, account }) : undefined,
      control: async (request) => answerControl(request, await started.promise),
    });
    const { endpoint, time, ground } = services;
    const history = await openHistory(join(folder, 'invocations.jsonl'));
    const keys = options.localFile ? await localKeys(options.localFile, config.project) : NO_KEYS;
    app = startApp({ source, ground, places: places.promise, code, keys, record: history.record, tell });
    source.onChange(app.invalidate);
    started.resolve({ app, time });
    // Ended the other way round: no function is left without the services that it calls.
    closers.push(services.close, history.close, app.close);
    const gateway = await startAppGateway(app, options);
    closers.push(gateway.close);
    services.onMail((mail) => tell({ kind: 'mail', mail }));
    await writeSession(config.project, { pid: process.pid, url: gateway.url, endpoint });
    closers.push(() => removeSession(config.project));
    places.resolve({ region, account, apiUrl: gateway.url, endpoint });
    // Beside the first build, which takes longer.
    const mail = join(folder, 'mail');
    const { url } = gateway;
    const page = await startConsole(options.consolePort, {
      ...{ app, time, feed, config, url, endpoint, region },
      mails: () => readMails(mail),
      queue: services.queue,
    });
    closers.push(page.close);
    const { app: built, facts } = await app.ready();
    const { graph, places: where } = built;
    if (options.localFile)
      await seed(options.localFile, { project: config.project, data: folder, graph, places: where });
    const folders = built.functions.map((one) => one.folder);
    await removeOldCode(code, folders);
    tellPorts(options, gateway, services, page);
    const addresses = { url, endpoint, console: page.url, mail };
    tell({ kind: 'ready', app: facts, addresses, duration: performance.now() - since });
    return { addresses, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startAppGateway(app: RunningApp, { port, tell }: SessionOptions): Promise<Gateway> {
  return startGateway({
    port,
    app: async () => {
      const { gateway, matcher, gatekeeper } = await app.current();
      return {
        ...gateway,
        matcher,
        gatekeeper,
        invoke: (name, event, what, { by = 'route', take } = {}) =>
          app.invokeCurrent({ function: name, event, cause: { by, what, after: [] }, take }),
      };
    },
    onAnswer: (answered) => tell({ kind: 'answered', ...answered }),
  });
}

function tellPorts(
  { port, awsPort, consolePort, tell }: SessionOptions,
  gateway: Gateway,
  services: Pick<Services, 'port'>,
  page: Pick<Console, 'port'>,
): void {
  if (port !== 0 && gateway.port !== port)
    tell({ kind: 'port-taken', of: 'HTTP', wanted: port, port: gateway.port });
  if (awsPort !== 0 && services.port !== awsPort) {
    tell({ kind: 'port-taken', of: 'AWS', wanted: awsPort, port: services.port });
  }
  if (consolePort !== 0 && page.port !== consolePort) {
    tell({ kind: 'port-taken', of: 'The console', wanted: consolePort, port: page.port });
  }
}
