/** What takes WebSocket connections. */
export interface WebsocketApiModel {
  readonly physicalName: string;
  /** Tells by a message which route it is for: `$request.body.action`. */
  readonly selection: string;
  /** Of its one stage, which stands in its address. */
  readonly stage: string;
}
