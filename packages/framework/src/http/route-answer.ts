import type { Reply, ReplyHeaders } from './reply.ts';

/** What a route answers, as its middleware sees it: to look at, to change its headers, or to replace by another. */
export interface RouteAnswer extends Reply {
  readonly headers: { -readonly [name in keyof ReplyHeaders]: ReplyHeaders[name] };
  /** What was thrown, where this is the answer to an error. */
  readonly error?: unknown;
}
