import type { LambdaFunction } from '../context.ts';
import { BusEvent, detailOf, type RawBusEvent, type ScheduledEvent } from '../events/bus-event.ts';
import type { ScheduleTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { DeclarationOf } from './declaration.ts';
import type { HandlerOptions } from './handler-options.ts';
import type { Schedule } from './schedule-expression.ts';

/**
 * How a schedule is kept.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export interface ScheduleOptions extends HandlerOptions {
  /** An IANA name such as `Europe/Berlin`; default UTC. EventBridge Scheduler only. */
  readonly timezone?: string | undefined;
  /** EventBridge Scheduler (default), or a classic EventBridge rule, which AWS calls legacy. */
  readonly via?: 'scheduler' | 'rule' | undefined;
}

export interface OnSchedule {
  <Out>(when: Schedule, handler: (event: ScheduledEvent) => Out): Handler<[ScheduledEvent], Out>;
  <Out>(
    when: Schedule,
    options: ScheduleOptions,
    handler: (event: ScheduledEvent) => Out,
  ): Handler<[ScheduledEvent], Out>;
  (when: Schedule, options?: ScheduleOptions): Registrar<[ScheduledEvent]>;
}

/** Scheduler and rules send events of one shape. */
export function scheduleAdapter(handler: UserHandler): LambdaFunction {
  return async (raw, context) => {
    const event = (raw ?? {}) as RawBusEvent;
    return handler(new BusEvent(event, context, detailOf(event)));
  };
}

export function scheduleTrigger({ target, options }: DeclarationOf<'schedule'>): ScheduleTrigger {
  return {
    source: 'schedule',
    expression: String(target),
    timezone: options.timezone,
    via: options.via ?? 'scheduler',
  };
}
