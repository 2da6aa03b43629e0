/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html */
export const LIMITS = {
  /** Bytes of a message, in either direction. */
  message: 128 * 1024,
  /** Bytes of one frame of a message that comes in. */
  frame: 32 * 1024,
  /** Milliseconds without a message. */
  idle: 10 * 60_000,
  /** Milliseconds that a connection is open at most. */
  open: 2 * 3_600_000,
} as const;

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
export const CLOSED = { normally: 1000, away: 1001, unacceptable: 1003, tooLarge: 1009 } as const;
