import type { AppAuth } from '../auth/found.ts';
import { cookiesOf, headersOf } from '../http/headers.ts';
import { lastValues, queryOf } from '../http/query.ts';
import type { Values } from '../http/request.ts';
import { SocketEvent } from './socket-event.ts';

/**
 * A client that asks for a connection. It is there once the handler has answered: until then nothing can be sent to it.
 */
export class ConnectEvent<Auth = AppAuth> extends SocketEvent<Auth> {
  /** Names are in lower case; several values of one name are joined by `, `. */
  get headers(): Values {
    return headersOf(this.raw);
  }

  /** One header as it came, its name in any case. */
  header(name: string): string | undefined {
    return this.headers[name.toLowerCase()];
  }

  /** The query, decoded; of a name that comes several times the last value. */
  get query(): Values {
    return lastValues(queryOf(this.raw));
  }

  /** By name, percent-decoded. */
  get cookies(): Values {
    return cookiesOf(this.headers.cookie);
  }

  /** The subprotocols that the client speaks; answer with the header `sec-websocket-protocol` to choose one of them. */
  get protocols(): readonly string[] {
    const told = this.headers['sec-websocket-protocol'] ?? '';
    return told
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  }
}
