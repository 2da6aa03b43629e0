export interface LogGroupModel {
  readonly physicalName: string;
  /** Days. */
  readonly retention: number;
}
