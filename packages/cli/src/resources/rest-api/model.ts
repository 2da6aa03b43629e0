/** A REST API by itself; its routes are a node of their own, so that a function may name the API's URL. */
export interface RestApiModel {
  readonly physicalName: string;
  /** The stage's name, which is the first segment of the URL's path. */
  readonly stage: string;
}
