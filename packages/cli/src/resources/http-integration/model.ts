import type { Ref } from '../value.ts';

/** A Lambda proxy integration with payload 2.0. */
export interface HttpIntegrationModel {
  readonly api: Ref;
  readonly function: Ref;
  /** Milliseconds. */
  readonly timeout: number;
}
