/** Data: kept when the app is deleted. */
export interface StreamModel {
  readonly physicalName: string;
  /** On demand without. */
  readonly shards?: number | undefined;
}
