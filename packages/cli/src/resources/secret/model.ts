/** Data: kept when the app is deleted. The value is set by the user, never by us. */
export interface SecretModel {
  readonly physicalName: string;
  readonly description?: string | undefined;
}
