import type { LambdaFunction } from '../context.ts';
import { BusEvent, detailOf, type RawBusEvent } from '../events/bus-event.ts';
import type { EventTrigger, JsonObject } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import { type Schema, validate } from '../schema.ts';
import type { DeclarationOf } from './declaration.ts';
import type { HandlerOptions } from './handler-options.ts';

/**
 * What a handler of EventBridge's events may say.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
 */
export interface EventOptions<Detail = unknown> extends HandlerOptions {
  /** The bus's name or ARN; default the account's default bus. */
  readonly bus?: string | undefined;
  /** What the event's detail must be; one that does not fit fails the invocation before the handler runs. */
  readonly detail?: Schema<Detail> | undefined;
}

export interface OnEvent {
  <Out>(pattern: EventPattern, handler: (event: BusEvent) => Out): Handler<[BusEvent], Out>;
  <Out, Detail = unknown>(
    pattern: EventPattern,
    options: EventOptions<Detail>,
    handler: (event: BusEvent<NoInfer<Detail>>) => Out,
  ): Handler<[BusEvent<Detail>], Out>;
  <Detail = unknown>(
    pattern: EventPattern,
    options?: EventOptions<Detail>,
  ): Registrar<[BusEvent<NoInfer<Detail>>]>;
}

/**
 * Which events: AWS's event pattern, as JSON.
 *
 * @example { source: ['aws.ec2'], 'detail-type': ['EC2 Instance State-change Notification'] }
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export type EventPattern = JsonObject;

export function eventAdapter(handler: UserHandler, { detail: schema }: EventOptions): LambdaFunction {
  return async (raw, context) => {
    const event = (raw ?? {}) as RawBusEvent;
    const detail = detailOf(event);
    return handler(new BusEvent(event, context, schema ? await validate(schema, detail) : detail));
  };
}

export function eventTrigger({ target, options }: DeclarationOf<'event'>): EventTrigger {
  return { source: 'event', pattern: target, bus: options.bus };
}
