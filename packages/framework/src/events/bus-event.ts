import type { LambdaContext } from '../context.ts';

/**
 * An event as EventBridge sends it, as far as it is read here.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export interface RawBusEvent {
  readonly id?: string;
  readonly source?: string;
  readonly 'detail-type'?: string;
  readonly time?: string;
  readonly account?: string;
  readonly region?: string;
  readonly resources?: readonly string[];
  readonly detail?: unknown;
}

/** An event of EventBridge. `Detail` is what its schema makes of it; the JSON as it came without one. */
export class BusEvent<Detail = unknown> {
  readonly raw: RawBusEvent;
  readonly context: LambdaContext;
  /** What happened. Text that is JSON is read, as EventBridge Scheduler's is. */
  readonly detail: Detail;
  /** When it happened; now, where the event does not say, as when a function is called by hand. */
  readonly time: Date;

  constructor(raw: RawBusEvent, context: LambdaContext, detail: Detail) {
    this.raw = raw;
    this.context = context;
    this.detail = detail;
    this.time = raw.time === undefined ? new Date() : new Date(raw.time);
  }

  /** Unlike any other event's; empty where the event has none. */
  get id(): string {
    return this.raw.id ?? '';
  }

  /** Who sent it, such as `aws.s3`; empty where the event does not say. */
  get source(): string {
    return this.raw.source ?? '';
  }

  /** What kind of event it is, such as `Object Created`; empty where the event does not say. */
  get detailType(): string {
    return this.raw['detail-type'] ?? '';
  }

  /** The account that it comes from. */
  get account(): string {
    return this.raw.account ?? '';
  }

  /** The region that it comes from. */
  get region(): string {
    return this.raw.region ?? '';
  }

  /** ARNs of what the event is about. */
  get resources(): readonly string[] {
    return this.raw.resources ?? [];
  }
}

/** What a schedule's handler gets: `event.time` is the time that it was due. */
export type ScheduledEvent = BusEvent;

/** The detail as a value: EventBridge Scheduler sends `"{}"` as text, a rule sends an object. */
export function detailOf(raw: RawBusEvent): unknown {
  const detail = raw.detail;
  if (typeof detail !== 'string') return detail;
  try {
    return JSON.parse(detail);
  } catch {
    return detail;
  }
}
