import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawBusEvent } from '../events/bus-event.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { ACCOUNT, REGION } from './origin.ts';

/** What may be said of an event beside its detail. */
export interface BusInput {
  /** Default `test`. */
  readonly source?: string | undefined;
  /** Default `Test`. */
  readonly detailType?: string | undefined;
  /** Default now. */
  readonly time?: Date | undefined;
  /** ARNs. */
  readonly resources?: readonly string[] | undefined;
}

/** Puts events to a handler of EventBridge. The rule's pattern is not applied. */
export interface EventClient {
  /** @returns what the handler returned */
  put(detail: unknown, more?: BusInput): Promise<unknown>;
}

/** Runs a schedule's handler. */
export interface ScheduleClient {
  /**
   * @param time When it was due; default now.
   * @returns what the handler returned
   */
  run(time?: Date): Promise<unknown>;
}

/**
 * An event of EventBridge.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export function busEvent(detail: unknown, more: BusInput = {}): RawBusEvent & { readonly version: '0' } {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': more.detailType ?? 'Test',
    source: more.source ?? 'test',
    account: ACCOUNT,
    // EventBridge gives whole seconds.
    time: (more.time ?? new Date()).toISOString().replace(/\.\d+Z$/, 'Z'),
    region: REGION,
    resources: more.resources ?? [],
    detail,
  };
}

/**
 * The event that a schedule sends.
 * @param time When it was due; default now.
 */
export function scheduledEvent(time?: Date): RawBusEvent & { readonly version: '0' } {
  return busEvent({}, { source: 'aws.scheduler', detailType: 'Scheduled Event', time });
}

/** The test client's part for EventBridge. */
export function eventClient(app: App, handler: HandlerOrName, context: () => LambdaContext): EventClient {
  const { lambda } = findHandler(app, 'event', handler);
  return { put: (detail, more) => lambda(busEvent(detail, more), context()) };
}

/** The test client's part for schedules. */
export function scheduleClient(
  app: App,
  handler: HandlerOrName,
  context: () => LambdaContext,
): ScheduleClient {
  const { lambda } = findHandler(app, 'schedule', handler);
  return { run: (time) => lambda(scheduledEvent(time), context()) };
}
