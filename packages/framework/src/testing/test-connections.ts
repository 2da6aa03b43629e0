import type { ConnectionInfo, Connections } from '../websocket/connection.ts';
import { ConnectionGoneError } from '../websocket/connection-gone-error.ts';

/** A client that a test has connected, as the app's handlers reach it. */
export interface ConnectedClient extends ConnectionInfo {
  receive(data: string | Uint8Array): void;
  /** Runs what the app does when it is gone. */
  leave(): Promise<void>;
}

/** The clients of all test clients of an app, in place of API Gateway's management API. */
export class TestConnections implements Connections {
  readonly #clients = new Map<string, ConnectedClient>();

  /** Those of an app, which keeps them from the first test client on. */
  static of({ state }: { readonly state: { connections?: Connections | undefined } }): TestConnections {
    const { connections } = state;
    const known = connections instanceof TestConnections ? connections : new TestConnections();
    state.connections = known;
    return known;
  }

  add(id: string, client: ConnectedClient): void {
    this.#clients.set(id, client);
  }

  /** @returns whether it was there */
  remove(id: string): boolean {
    return this.#clients.delete(id);
  }

  has(id: string): boolean {
    return this.#clients.has(id);
  }

  async send(id: string, data: string | Uint8Array): Promise<void> {
    this.#find(id).receive(data);
  }

  async close(id: string): Promise<void> {
    const client = this.#find(id);
    this.remove(id);
    await client.leave();
  }

  async info(id: string): Promise<ConnectionInfo> {
    const { connectedAt, lastActiveAt, sourceIp, userAgent } = this.#find(id);
    return { connectedAt, lastActiveAt, sourceIp, userAgent };
  }

  #find(id: string): ConnectedClient {
    const client = this.#clients.get(id);
    if (client) return client;
    throw new ConnectionGoneError(id);
  }
}
