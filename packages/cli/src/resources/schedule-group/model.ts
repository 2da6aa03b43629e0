export interface ScheduleGroupModel {
  readonly physicalName: string;
}
