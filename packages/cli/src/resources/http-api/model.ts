export interface HttpApiModel {
  readonly physicalName: string;
  /** The stage's name: `$default`. */
  readonly stage: string;
}
