import type { Ref } from '../value.ts';

/** EventBridge Scheduler. */
export interface ScheduleModel {
  readonly physicalName: string;
  readonly group: Ref;
  readonly expression: string;
  readonly timezone?: string | undefined;
  readonly function: Ref;
  readonly role: Ref;
}
