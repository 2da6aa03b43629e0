/** A key that callers send in `x-api-key`; AWS makes up its value. */
export interface ApiKeyModel {
  readonly physicalName: string;
}
