import type { Plan, Step } from './plan.ts';

/** What happens while a deploy runs, in its order. */
export type DeployEvent = PlannedEvent | StepEvent;

/** The plan is made; it may still be refused. */
export interface PlannedEvent {
  readonly type: 'planned';
  readonly plan: Plan;
}

/**
 * A step moves on: `begin` when that is durable and before its first call, `called` when AWS has done
 * its part, `end` when that is durable too. A step that turns out to need no call has no event.
 */
export interface StepEvent {
  readonly type: 'begin' | 'called' | 'end' | 'failed';
  readonly step: Step;
  /** Milliseconds since it began. */
  readonly elapsed: number;
}

/** Called at once, and never awaited. */
export type Listener = (event: DeployEvent) => void;
