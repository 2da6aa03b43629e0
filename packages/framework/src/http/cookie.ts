/**
 * A cookie to set. To take one away, set it with `maxAge: 0` and the path and domain that it has.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6265
 */
export interface Cookie {
  /** Percent-encoded as it is written, and decoded in `req.cookies`. */
  readonly value: string;
  /** Seconds; without this and `expires` it ends with the browser's session. */
  readonly maxAge?: number | undefined;
  readonly expires?: Date | undefined;
  /** Default `/`. */
  readonly path?: string | undefined;
  /** Default: the host that sets it, and none below. */
  readonly domain?: string | undefined;
  /** Out of reach for scripts of the page; default true. */
  readonly httpOnly?: boolean | undefined;
  /** Over HTTPS only; default true. Browsers take `localhost` for safe. */
  readonly secure?: boolean | undefined;
  /** Whether it goes along with requests of other sites; default `Lax`. */
  readonly sameSite?: 'Strict' | 'Lax' | 'None' | undefined;
  /** A cookie jar of its own for each site that embeds the page. */
  readonly partitioned?: boolean | undefined;
}

/**
 * A cookie as `set-cookie` has it.
 * @throws {Error} for a name, path or domain that would end early, or bring in attributes of its own
 */
export function cookieText(name: string, given: string | Cookie): string {
  const cookie: Cookie = typeof given === 'string' ? { value: given } : given;
  const { path = '/', domain, maxAge, expires, httpOnly = true, secure = true, sameSite = 'Lax' } = cookie;
  refuse('name', name, /[^\w!#$%&'*+.^`|~-]|^$/);
  for (const text of [path, domain ?? '', sameSite]) refuse('attribute', text, /[;\p{Cc}]/u);
  return [
    `${name}=${encodeURIComponent(cookie.value)}`,
    `Path=${path}`,
    domain && `Domain=${domain}`,
    maxAge !== undefined && `Max-Age=${Math.trunc(maxAge)}`,
    expires && `Expires=${expires.toUTCString()}`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
    `SameSite=${sameSite}`,
    cookie.partitioned && 'Partitioned',
  ]
    .filter(Boolean)
    .join('; ');
}

function refuse(what: string, text: string, wrong: RegExp): void {
  if (wrong.test(text))
    throw new Error(`A cookie can't be set: its ${what} ${JSON.stringify(text)} can't be written.`);
}
