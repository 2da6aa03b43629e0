const brand = Symbol.for('tankard.reply');

/** Headers of an answer. A list gives a header that comes several times, as `set-cookie` may. */
export type ReplyHeaders = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** An answer with its status and headers, made by `reply`. */
export interface Reply<Status extends number = number, Body = unknown> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: ReplyHeaders;
  readonly [brand]: true;
}

/** {@link Reply} as it is made inside of this package; `reply` stands apart, for what only it needs. */
export function replyOf<Status extends number, Body>(
  status: Status,
  body: Body,
  headers: ReplyHeaders = {},
): Reply<Status, Body> {
  return { status, body, headers, [brand]: true };
}

/** Whether a value is a {@link Reply} of any copy of this package. */
export function isReply(value: unknown): value is Reply {
  return typeof value === 'object' && value !== null && brand in value;
}
