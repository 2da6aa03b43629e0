import type { Timed } from '../../clock/clock.ts';

/** A schedule as CreateSchedule takes it: https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
export interface ScheduleInput {
  readonly GroupName?: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone?: string;
  /** Epoch seconds. */
  readonly StartDate?: number;
  readonly EndDate?: number;
  readonly Description?: string;
  readonly State?: 'ENABLED' | 'DISABLED';
  readonly KmsKeyArn?: string;
  readonly Target: ScheduleTarget;
  /** Kept, and not used: a schedule runs when its window begins. */
  readonly FlexibleTimeWindow: {
    readonly Mode: 'OFF' | 'FLEXIBLE';
    readonly MaximumWindowInMinutes?: number;
  };
  readonly ActionAfterCompletion?: 'NONE' | 'DELETE';
}

/** https://docs.aws.amazon.com/scheduler/latest/APIReference/API_Target.html */
export interface ScheduleTarget {
  readonly Arn: string;
  readonly RoleArn: string;
  readonly Input?: string;
  readonly SqsParameters?: { readonly MessageGroupId?: string };
  readonly EventBridgeParameters?: { readonly DetailType: string; readonly Source: string };
  readonly DeadLetterConfig?: { readonly Arn?: string };
}

/** A schedule that is there. Times are epoch milliseconds. */
export interface StoredSchedule extends Timed {
  readonly name: string;
  readonly group: string;
  readonly settings: ScheduleInput;
  readonly created: number;
  readonly modified: number;
  /** The invocations that made it. */
  readonly after: readonly string[];
}

/** The group that is always there. */
export const DEFAULT_GROUP = 'default';

export interface ScheduleGroup {
  readonly name: string;
  readonly created: number;
}
