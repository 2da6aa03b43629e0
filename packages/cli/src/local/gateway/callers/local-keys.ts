/** Keys that stand for what only the world outside has. */
export interface LocalKeys {
  /** Sets of public keys (JWKS), by issuer; keys of other issuers are fetched from them. */
  readonly jwks: Readonly<Record<string, KeySet>>;
  /** Values of API keys, by their names in the configuration; one that is not here has its name as its value. */
  readonly apiKeys: Readonly<Record<string, string>>;
}

/** What an issuer publishes: https://www.rfc-editor.org/rfc/rfc7517#section-5 */
export interface KeySet {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

export const NO_KEYS: LocalKeys = { jwks: {}, apiKeys: {} };
