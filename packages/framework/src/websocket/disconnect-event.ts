import { SocketEvent } from './socket-event.ts';

/** A client that is gone. API Gateway does its best to tell of each, and promises it of none. */
export class DisconnectEvent extends SocketEvent {
  /**
   * Why it was closed, as the client or API Gateway says it: 1000 where it was meant to be, 1001 for one that was idle for ten minutes
   * or open for two hours.
   */
  get code(): number | undefined {
    return this.raw.requestContext.disconnectStatusCode;
  }

  /** What was said with the code; empty where nothing was. */
  get reason(): string {
    return this.raw.requestContext.disconnectReason ?? '';
  }
}
