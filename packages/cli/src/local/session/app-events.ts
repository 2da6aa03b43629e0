import { type Clock, startClock } from '../clock/clock.ts';
import type { LocalSchedule } from '../clock/local-schedule.ts';
import { scheduledEvent } from '../clock/scheduled-event.ts';
import { allDeliveries, type DeliveryContext } from '../deliveries/all-deliveries.ts';
import { drain } from '../deliveries/delivery.ts';
import type { Engines } from '../engines.ts';
import { createAsynchronousInvocations } from '../invocations/asynchronous.ts';
import type { Cause } from '../invocations/cause.ts';
import type { Invoke } from '../invocations/invoker.ts';
import type { InvocationRecord } from '../invocations/record.ts';
import type { WiredApp } from './wired-app.ts';

/** What brings events to an app's functions, wherever these run: the clock, Lambda's queue and every delivery. */
export interface AppEvents {
  readonly clock: Clock;
  /** Takes the app as it stands after a build. */
  update(app: WiredApp): Promise<void>;
  /** Waits until every event that is due has been handled, and those that came of it. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export interface AppEventsOptions {
  readonly engines: Engines;
  readonly invoke: Invoke;
  readonly record: InvocationRecord;
  /** Resolves when the functions are those of the source as it stands. */
  readonly ready: () => Promise<unknown>;
  /** Told of what fails and is tried again. */
  readonly tell: DeliveryContext['tell'];
}

export function startAppEvents({ engines, invoke, record, ready, tell }: AppEventsOptions): AppEvents {
  const { time, targets } = engines;
  let functions: ReadonlyMap<string, string> = new Map();
  const asynchronous = createAsynchronousInvocations({
    invoke,
    time,
    events: engines.lambda.events,
    onRetry: (name, seconds) => tell({ kind: 'retrying', function: name, seconds }),
  });
  const deliveries = allDeliveries({ engines, invoke, asynchronous, record, ready, tell });
  const clock = startClock(time, (schedule, at) =>
    asynchronous.take(schedule.function, scheduleEvent(schedule, at), causeOfSchedule(schedule)),
  );
  targets.receive('lambda', async (arn, { body, cause }) => {
    // A function that is known takes its event in this very turn, before whoever sent it has its answer: a kill loses nothing then.
    // An app that cannot be built takes its events all the same: they are tried again as those of a function that fails.
    if (!functions.has(arn)) await ready().catch(() => {});
    const name = functions.get(arn);
    if (name === undefined) throw new Error(`There is no function ${arn}.`);
    asynchronous.take(name, body, cause);
  });
  return {
    clock,
    async update(app) {
      functions = app.functionsByArn;
      clock.set(app.clocked);
      await Promise.all(deliveries.map((delivery) => delivery.update(app)));
    },
    drain: () => drain(() => [asynchronous, ...deliveries]),
    async close() {
      clock.stop();
      await Promise.all([asynchronous, ...deliveries].map((delivery) => delivery.close()));
    },
  };
}

/** What a schedule's function gets, as JSON text. */
export const scheduleEvent = (schedule: LocalSchedule, at: Date): string =>
  JSON.stringify(scheduledEvent(schedule, at));

export const causeOfSchedule = ({ name }: LocalSchedule): Cause => ({
  by: 'schedule',
  what: name,
  after: [],
});
