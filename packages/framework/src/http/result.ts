import { isReply, type Reply, type ReplyHeaders, replyOf } from './reply.ts';
import { Begun } from './stream/begun.ts';
import { isStream } from './stream/chunk.ts';
import { streamedResult } from './stream/streamed-result.ts';
import { webReplyOf } from './web-response.ts';

/**
 * What API Gateway takes as an answer.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface ProxyResult {
  statusCode: number;
  headers: Record<string, string>;
  /** Payload 1.0: headers that come several times. */
  multiValueHeaders?: Record<string, string[]>;
  /** Payload 2.0: what `set-cookie` would hold. */
  cookies?: string[];
  body: string;
  isBase64Encoded?: boolean;
}

/**
 * What a handler returned, as a proxy result: a reply or a web `Response` as it says, undefined as 204, text as text,
 * bytes as bytes, anything else as JSON with 200. Text gets no `content-type`, so API Gateway's default holds
 * (`text/plain` of an HTTP API).
 *
 * @throws Error (or rejects with it) for what can't be sent: a status that is none, a header that HTTP cannot carry,
 *   a value that has no JSON
 */
export function resultOf(value: unknown, v2: boolean): ProxyResult | Promise<ProxyResult> {
  if (typeof value === 'object' && value !== null) {
    if (isReply(value)) return sent(value, v2);
    if (!process.env.TANKARD_WITHOUT_RESPONSES) {
      const web = webReplyOf(value);
      if (web) return web.then((made) => sent(made, v2));
    }
  }
  return withBody(value === undefined ? 204 : 200, {}, value);
}

/** What a handler returned, as a reply by the same rules. */
export function asReply(value: unknown): Reply | Promise<Reply> {
  if (typeof value === 'object' && value !== null) {
    if (isReply(value)) return value;
    if (!process.env.TANKARD_WITHOUT_RESPONSES) {
      const web = webReplyOf(value);
      if (web) return web;
    }
  }
  return replyOf(value === undefined ? 204 : 200, value);
}

function sent(reply: Reply, v2: boolean): ProxyResult {
  const { status, body } = reply;
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new Error(`A reply has the status ${status}: it must be a whole number from 200 to 599.`);
  }
  const result = withBody(status, {}, body);
  const written = headersOf(reply.headers, v2);
  if (Object.keys(written.headers).some((name) => name.toLowerCase() === 'content-type')) {
    result.headers = written.headers;
  } else {
    Object.assign(result.headers, written.headers);
  }
  if (written.lists) {
    if (v2) result.cookies = Object.values(written.lists).flat();
    else result.multiValueHeaders = written.lists;
  }
  return result;
}

function withBody(statusCode: number, headers: Record<string, string>, body: unknown): ProxyResult {
  if (typeof body === 'string') return { statusCode, headers, body };
  if (body === undefined) return { statusCode, headers, body: '' };
  if (body instanceof Uint8Array || body instanceof ArrayBuffer) {
    headers['content-type'] = 'application/octet-stream';
    return { statusCode, headers, body: base64(body), isBase64Encoded: true };
  }
  if (!process.env.TANKARD_WITHOUT_STREAMS) {
    const stream = ofStream(statusCode, body);
    if (stream) return stream;
  }
  const text = JSON.stringify(body);
  if (text === undefined) throw new Error(`A ${typeof body} can't be sent: it has no JSON.`);
  headers['content-type'] = 'application/json';
  return { statusCode, headers, body: text };
}

function ofStream(statusCode: number, body: unknown): ProxyResult | undefined {
  if (body instanceof Begun) return streamedResult(statusCode, body);
  if (!isStream(body)) return undefined;
  throw new Error("A stream can't be sent by a route that does not say so: write { stream: true }.");
}

function base64(bytes: Uint8Array | ArrayBuffer): string {
  const buffer =
    bytes instanceof ArrayBuffer
      ? Buffer.from(bytes)
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString('base64');
}

interface Written {
  readonly headers: Record<string, string>;
  lists?: Record<string, string[]>;
}

/** What RFC 9110 has for the name of a field, and what it has no place for in a value. */
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/;

function unsendable(name: string, values: readonly string[]): Error {
  const broken = [name, ...values].some((text) => /[\r\n]/.test(text));
  const why = broken
    ? 'holds a line break, which would split the answer'
    : 'has a name or a value that HTTP cannot carry: encode it, as with encodeURIComponent';
  return new Error(`The header ${JSON.stringify(name)} ${why}.`);
}

/** Payload 1.0 has a place for any repeated header, 2.0 only for cookies: the rest is joined. */
function headersOf(given: ReplyHeaders, v2: boolean): Written {
  const written: Written = { headers: {} };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const values = typeof value === 'object' ? value.map(String) : [String(value)];
    if (!NAME.test(name) || values.some((text) => UNSENDABLE.test(text))) throw unsendable(name, values);
    const cookie = name.toLowerCase() === 'set-cookie';
    if (v2 ? cookie : typeof value === 'object') {
      written.lists ??= {};
      written.lists[name] = values;
    } else {
      written.headers[name] = values.join(', ');
    }
  }
  return written;
}
