/** Where the SDK's clients go to and as whom. */
export interface AwsSettings {
  /** Of AWS's configuration files. */
  readonly profile?: string | undefined;
  /** Without, the profile's or the environment's. */
  readonly region?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds without a byte after which a try of a call counts as lost; half a minute without. */
  readonly silence?: number | undefined;
}
