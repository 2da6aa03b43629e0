import type { RawHttpEvent } from './raw-event.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** The headers by lower-case name. Several values of one name are joined as HTTP joins them. */
export function headersOf(event: RawHttpEvent): Headers {
  const headers: Record<string, string | undefined> = Object.create(null);
  for (const [name, value] of Object.entries(event.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = value;
  }
  for (const [name, values] of Object.entries(event.multiValueHeaders ?? {})) {
    const lower = name.toLowerCase();
    if (values && values.length > 1) headers[lower] = values.join(lower === 'cookie' ? '; ' : ', ');
    else headers[lower] ??= values?.[0];
  }
  // Payload 2.0 takes the cookies out of the headers.
  if (event.cookies && headers.cookie === undefined) headers.cookie = event.cookies.join('; ');
  return headers;
}

/** The body's type, found without lowering every name where it is written in one of the usual ways. */
export function contentTypeOf(event: RawHttpEvent): string | undefined {
  const { headers } = event;
  return headers?.['content-type'] ?? headers?.['Content-Type'] ?? headersOf(event)['content-type'];
}

/** Cookies by name; of a name that comes several times the first, which browsers send as the most specific. */
export function cookiesOf(header: string | undefined): Headers {
  const cookies: Record<string, string | undefined> = Object.create(null);
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals > 0 && name !== '') cookies[name] ??= decoded(pair.slice(equals + 1).trim());
  }
  return cookies;
}

/** Percent-decodes a text; one that isn't well encoded stays as it is. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Percent-decodes each value. */
export function decodeAll(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  for (const name of Object.keys(values)) out[name] = decoded(values[name] as string);
  return out;
}
