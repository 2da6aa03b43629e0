const brand = Symbol.for('tankard.reply');

/** Headers of an answer. A list gives a header that comes several times, as `set-cookie` may. */
export type ReplyHeaders = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** An answer with its status and headers, made by {@link reply}. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: ReplyHeaders;
  readonly [brand]: true;
}

/**
 * An answer that is not a plain 200.
 *
 * @param status 100 to 599.
 * @param body Text goes as it is, bytes in base64, undefined as no body, anything else as JSON.
 * @param headers Their names go as they are written. JSON and bytes get a `content-type` where none is given.
 *
 * @example
 * return reply(302, undefined, { location: url });
 */
export function reply(status: number, body?: unknown, headers: ReplyHeaders = {}): Reply {
  return { status, body, headers, [brand]: true };
}

/** Whether a value is a {@link Reply} of any copy of this package. */
export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && brand in value;
}
