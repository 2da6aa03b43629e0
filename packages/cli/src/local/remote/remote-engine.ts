import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import { type Callers, createCallers } from '../callers/callers.ts';
import { startClock } from '../clock/clock.ts';
import { websocketDelivery } from '../deliveries/websockets/websocket-delivery.ts';
import { startSes } from '../emulators/ses/emulator.ts';
import { startWebsockets, type WebsocketEmulator } from '../emulators/websockets/emulator.ts';
import { CONTROL_PATH } from '../endpoint/control-path.ts';
import type { AwsRequest, AwsResponse } from '../endpoint/message.ts';
import { startEndpoint } from '../endpoint/server.ts';
import { createAsynchronousInvocations } from '../invocations/asynchronous.ts';
import { type KeptEvents, openKeptEvents } from '../invocations/kept-events.ts';
import type { Guard } from '../permissions/guard.ts';
import { causeOfSchedule, scheduleEvent } from '../session/app-events.ts';
import type { Ground } from '../session/ground.ts';
import type { Services } from '../session/services.ts';
import { createTargets } from '../targets/targets.ts';
import { createLocalTime, type LocalTime } from '../time/local-time.ts';
import { forwardTo } from './forward.ts';
import { relayGraph } from './relay-graph.ts';

/** Another engine that runs the app's services in place of those that come with tankard. */
export interface RemoteEngine {
  /** As `AWS_ENDPOINT_URL` has it. */
  readonly url: string;
  /** Whose ARNs it makes. */
  readonly account: string;
  /** Brings the engine to what a graph says. */
  deploy(graph: Graph): Promise<readonly Problem[]>;
}

export interface RemoteOptions {
  readonly engine: RemoteEngine;
  readonly port: number;
  readonly data: string;
  readonly region: string;
  readonly guard?: Guard | undefined;
  readonly control: (request: AwsRequest) => Promise<AwsResponse>;
}

/**
 * Starts a session's side of another engine: its endpoint hands every call on, except for mail, which stays in the inbox here.
 *
 * @throws TankardError LOCAL_PORT_UNUSABLE
 */
export async function startRemoteServices(options: RemoteOptions): Promise<Services> {
  const { engine, port, region, guard, control } = options;
  const folder = join(options.data, 'mail');
  await mkdir(folder, { recursive: true });
  const time = createLocalTime();
  const callers = createCallers();
  const ses = await startSes({
    folder,
    region,
    account: engine.account,
    time,
    targets: createTargets(),
    undelivered: () => {},
  });
  const events = openKeptEvents(join(options.data, 'schedules.jsonl'), time.now());
  const forward = forwardTo(engine.url);
  const websockets = startWebsockets({ time });
  const endpoint = await startEndpoint({
    port,
    emulators: [ses, websockets],
    upgrade: websockets.upgrade,
    others: forward.handle,
    callers,
    guard,
    control,
  });
  return {
    port: endpoint.port,
    endpoint: endpoint.url,
    time,
    ground: groundOf(engine, endpoint.url, region, { time, callers, events, websockets }),
    onMail: (listener) => ses.onMail(listener),
    async close() {
      time.stop();
      await endpoint.close();
      forward.close();
      await ses.close();
      await websockets.close();
      events.close();
    },
  };
}

function groundOf(
  engine: RemoteEngine,
  endpoint: string,
  region: string,
  {
    time,
    callers,
    events,
    websockets,
  }: {
    readonly time: LocalTime;
    readonly callers: Callers;
    readonly events: KeptEvents;
    readonly websockets: WebsocketEmulator;
  },
): Ground {
  const relay = (name: string) => `${endpoint}${CONTROL_PATH}relay/${encodeURIComponent(name)}`;
  return {
    time,
    callers,
    functionEnvironment: { AWS_ENDPOINT_URL: endpoint, AWS_REGION: region, AWS_DEFAULT_REGION: region },
    make: (graph) => engine.deploy(relayGraph(graph, relay)),
    startEvents({ invoke, tell, ready }) {
      const asynchronous = createAsynchronousInvocations({
        invoke,
        time,
        events,
        onRetry: (name, seconds) => tell({ kind: 'retrying', function: name, seconds }),
      });
      const clock = startClock(time, (schedule, at) =>
        asynchronous.take(schedule.function, scheduleEvent(schedule, at), causeOfSchedule(schedule)),
      );
      const sockets = websocketDelivery({ engines: { time, websockets }, invoke, ready });
      return {
        clock,
        async update(app) {
          clock.set(app.clocked);
          await sockets.update(app);
        },
        // What the engine has yet to deliver, only it knows.
        drain: async () => void (await asynchronous.settle()),
        async close() {
          clock.stop();
          await sockets.close();
          await asynchronous.close();
        },
      };
    },
  };
}
