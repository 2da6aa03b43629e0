import { fromEnvironment } from '../resources/environment.ts';

/** The address that clients of the app's WebSocket API connect to: `wss://…`. */
export class WebsocketUrl {
  /** @throws {Error} where `TANKARD_URL_WEBSOCKET` is not set. */
  get value(): string {
    // Connections are managed at the same address, by https.
    return fromEnvironment('url', 'websocket').replace(/^http/, 'ws');
  }

  toString(): string {
    return this.value;
  }

  toJSON(): string {
    return this.value;
  }
}
