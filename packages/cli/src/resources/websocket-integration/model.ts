import type { Ref, Value } from '../value.ts';

/** A Lambda proxy integration of a WebSocket API. */
export interface WebsocketIntegrationModel {
  readonly api: Ref;
  readonly function: Ref;
  /** The address at which API Gateway invokes it. */
  readonly uri: Value;
  /** Milliseconds. */
  readonly timeout: number;
}
