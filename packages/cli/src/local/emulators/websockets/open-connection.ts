import type { SocketCall } from '@tankard/framework/gateway';
import type { WebSocket } from 'ws';
import type { LocalTime } from '../../time/local-time.ts';
import { CLOSED, LIMITS } from './limits.ts';

/** Why a connection ended. */
export interface Farewell {
  readonly code: number;
  readonly reason: string;
}

/** A client that is connected. */
export interface OpenConnection {
  readonly call: SocketCall;
  /** Epoch milliseconds. */
  lastActive(): number;
  send(text: string): void;
  close(farewell: Farewell): void;
}

export interface ConnectionEvents {
  onMessage(text: string): void;
  /** Called once. */
  onClose(farewell: Farewell): void;
}

/** Holds a connection to its limits, which are counted by the session's clock. */
export function openConnection(
  socket: WebSocket,
  call: SocketCall,
  time: LocalTime,
  { onMessage, onClose }: ConnectionEvents,
): OpenConnection {
  let active = time.now();
  let said: Farewell | undefined;
  let stopIdle = () => {};
  const touch = () => {
    active = time.now();
  };
  const close = (farewell: Farewell) => {
    said ??= farewell;
    socket.close(farewell.code, farewell.reason);
  };
  const away = () => close({ code: CLOSED.away, reason: 'Going away' });
  const stopOpen = time.after(LIMITS.open, away);

  function watchIdle(): void {
    const left = active + LIMITS.idle - time.now();
    stopIdle = left > 0 ? time.after(left, watchIdle) : () => {};
    if (left <= 0) away();
  }

  watchIdle();
  socket.on('ping', touch);
  socket.on('message', (data: Buffer, isBinary) => {
    if (said) return;
    touch();
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html
    if (isBinary) close({ code: CLOSED.unacceptable, reason: 'Binary frames are not supported' });
    else onMessage(data.toString());
  });
  // What ws refuses, such as a message that is too large, it closes by itself.
  socket.on('error', () => {});
  socket.once('close', (code, reason) => {
    stopIdle();
    stopOpen();
    onClose(said ?? { code, reason: reason.toString() });
  });
  return {
    call,
    lastActive: () => active,
    send(text) {
      touch();
      socket.send(text);
    },
    close,
  };
}
