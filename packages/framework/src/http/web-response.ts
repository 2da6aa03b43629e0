import { type Reply, replyOf } from './reply.ts';

/** What is read of a web `Response`. Told by its shape: to name the class would load undici, 45 ms of a cold start. */
interface WebResponse {
  readonly status: number;
  readonly headers: {
    forEach(visit: (value: string, name: string) => void): void;
    getSetCookie?(): string[];
  };
  readonly body?: unknown;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A value as a reply, where it is a web `Response`, of Node or of any library. */
export function webReplyOf(value: object): Promise<Reply> | undefined {
  return isWebResponse(value) ? replyOfResponse(value) : undefined;
}

function isWebResponse(value: object): value is WebResponse {
  const { status, headers, arrayBuffer } = value as Partial<WebResponse>;
  return (
    typeof status === 'number' && typeof arrayBuffer === 'function' && typeof headers?.forEach === 'function'
  );
}

/** A web `Response` as a reply whose body is its stream. */
export function webStreamOf(value: unknown): Reply | undefined {
  if (typeof value !== 'object' || value === null || !isWebResponse(value)) return undefined;
  return replyOf(value.status, value.body ?? undefined, headersOf(value));
}

/** A `Response` as a reply: its body as text where its type is text, else as bytes. */
async function replyOfResponse(response: WebResponse): Promise<Reply> {
  const headers = headersOf(response);
  const bytes = Buffer.from(await response.arrayBuffer());
  const textual = bytes.length === 0 || TEXTUAL.test(String(headers['content-type'] ?? ''));
  return replyOf(response.status, textual ? bytes.toString('utf8') : bytes, headers);
}

function headersOf(response: WebResponse): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {};
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') headers[name] = value;
    else if (!response.headers.getSetCookie) headers[name] = value;
  });
  const cookies = response.headers.getSetCookie?.() ?? [];
  if (cookies.length > 0) headers['set-cookie'] = cookies;
  return headers;
}

const TEXTUAL = /^text\/|[/+](?:json|xml|javascript|yaml|x-www-form-urlencoded)\b/i;
