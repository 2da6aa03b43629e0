/** Holds the schedules of one app in one stage, so that they are seen and removed together. */
export interface ScheduleGroupModel {
  readonly physicalName: string;
}
