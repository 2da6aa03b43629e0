import type { ProxyResult } from '../http/result.ts';
import type { HttpPayload } from './http-event.ts';

/** What a client would see. */
export interface HttpAnswer {
  readonly statusCode: number;
  /** By lower-case name; values of one name are joined by `, `. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What `set-cookie` says, one a cookie. */
  readonly cookies: readonly string[];
  /** As text. */
  readonly body: string;
  /**
   * The body as JSON, taken for the type that the test says it is.
   * @throws SyntaxError where it isn't JSON
   */
  json<T = unknown>(): T;
  bytes(): Uint8Array;
}

/** How a request was made, as far as its answer depends on that. */
export interface AnsweredCall {
  readonly method: string;
  readonly payload?: HttpPayload | undefined;
}

/** What stands where a result says no type. */
const DEFAULT_TYPE = {
  '1.0': 'application/json',
  '2.0': 'text/plain; charset=utf-8',
  'function-url': 'application/json',
};

/** Reads a proxy result as API Gateway does, and drops the body where HTTP has none. */
export function httpAnswer(result: ProxyResult, { method, payload = '2.0' }: AnsweredCall): HttpAnswer {
  const headers: Record<string, string> = {};
  const cookies = [...(result.cookies ?? [])];
  const lists = Object.entries(result.multiValueHeaders ?? {});
  for (const [name, values] of [...Object.entries(result.headers).map(listed), ...lists]) {
    if (name.toLowerCase() === 'set-cookie') cookies.push(...values);
    else headers[name.toLowerCase()] = values.join(', ');
  }
  headers['content-type'] ??= DEFAULT_TYPE[payload];
  const bodiless = method === 'HEAD' || result.statusCode === 204 || result.statusCode === 304;
  const bytes = Buffer.from(bodiless ? '' : result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  const body = bytes.toString('utf8');
  return {
    statusCode: result.statusCode,
    headers,
    cookies,
    body,
    json: <T>() => JSON.parse(body) as T,
    bytes: () => new Uint8Array(bytes),
  };
}

function listed([name, value]: [string, string]): [string, string[]] {
  return [name, [value]];
}
