import { type Cookie, cookieText } from './cookie.ts';
import { type Reply, type ReplyHeaders, replyOf } from './reply.ts';

/** What an answer may have beside its headers. */
export interface ReplyOptions {
  /** Cookies to set, by name: their values, or more. They are `HttpOnly`, `Secure` and `SameSite=Lax` unless they say otherwise. */
  readonly cookies?: Readonly<Record<string, string | Cookie>> | undefined;
}

/**
 * An answer that is not a plain 200.
 *
 * @param status 200 to 599.
 * @param body Text goes as it is, bytes in base64, undefined as no body, anything else as JSON.
 * @param headers Their names go as they are written. JSON and bytes get a `content-type` where none is given.
 * @throws {Error} for a cookie that can't be written
 *
 * @example
 * return reply(302, undefined, { location: url });
 *
 * @example
 * return reply(204, undefined, {}, { cookies: { session: { value: id, maxAge: 3600 } } });
 */
export function reply<const Status extends number, Body = undefined>(
  status: Status,
  body?: Body,
  headers: ReplyHeaders = {},
  { cookies }: ReplyOptions = {},
): Reply<Status, Body> {
  const given = cookies ? withCookies(headers, Object.entries(cookies)) : headers;
  // Left out, the body is undefined, and so is its type.
  return replyOf(status, body as Body, given);
}

function withCookies(headers: ReplyHeaders, cookies: readonly [string, string | Cookie][]): ReplyHeaders {
  const texts = cookies.map(([name, cookie]) => cookieText(name, cookie));
  const known = Object.keys(headers).find((name) => name.toLowerCase() === 'set-cookie');
  if (known === undefined) return { ...headers, 'set-cookie': texts };
  return { ...headers, [known]: [headers[known] ?? []].flat().map(String).concat(texts) };
}
