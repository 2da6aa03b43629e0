import type { Ref } from '../value.ts';

/** The stage of a WebSocket API, to which every change goes by itself. */
export interface WebsocketStageModel {
  readonly api: Ref;
  readonly stage: string;
}
