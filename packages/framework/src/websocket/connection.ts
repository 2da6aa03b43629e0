import type { Scope } from '../scope.ts';
import { remoteConnections } from './remote-connections.ts';

/** What can be done with connections by their ids. */
export interface Connections {
  send(id: string, data: string | Uint8Array): Promise<void>;
  close(id: string): Promise<void>;
  info(id: string): Promise<ConnectionInfo>;
}

/** What API Gateway knows of a connection. */
export interface ConnectionInfo {
  readonly connectedAt: Date;
  readonly lastActiveAt: Date;
  readonly sourceIp: string;
  readonly userAgent: string;
}

/**
 * A client's connection, in the event of a WebSocket handler or from `app.connection(id)`. Each of its methods is one call of
 * API Gateway's management API, which the function may make because its code says so.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
 */
export class Connection {
  /** What API Gateway calls it. Keep it, in a table for instance, to send to it later. */
  readonly id: string;
  readonly #connections: Connections;

  constructor(id: string, connections: Connections = remoteConnections) {
    this.id = id;
    this.#connections = connections;
  }

  /**
   * Sends a message to the client: text and bytes as they are, anything else as JSON. 128 KB at most.
   *
   * @throws {ConnectionGoneError} (rejects) where the client is not there any more
   * @throws {TypeError} (rejects) for what has no JSON
   */
  async send(data: unknown): Promise<void> {
    await this.#connections.send(this.id, messageOf(data));
  }

  /**
   * Disconnects the client; the handler of `$disconnect` runs.
   *
   * @throws {ConnectionGoneError} (rejects) where it is not there any more
   */
  async close(): Promise<void> {
    await this.#connections.close(this.id);
  }

  /**
   * When it was made and used, and by whom.
   *
   * @throws {ConnectionGoneError} (rejects) where it is not there any more
   */
  async info(): Promise<ConnectionInfo> {
    return this.#connections.info(this.id);
  }
}

/** @throws {TypeError} for what has no JSON */
export function messageOf(data: unknown): string | Uint8Array {
  if (typeof data === 'string' || data instanceof Uint8Array) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  const text = JSON.stringify(data);
  if (text === undefined) throw new TypeError(`A message can't be ${typeof data}: it has no JSON.`);
  return text;
}

/** What `app.connection` does. */
export function openConnection(this: Pick<Scope, 'host'>, id: string): Connection {
  return new Connection(id, this.host.state.connections);
}
