import type { ShownAnswer, ShownRequest } from '../shown.ts';

/** A request that the viewer is about to send. */
export interface ViewerRequest {
  readonly loadSpec?: boolean | undefined;
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: BodyInit | null | undefined;
  /** Sends it in place of the browser. */
  userFetch?: (url: string, request: ViewerRequest) => Promise<Response>;
}

/** Lets the console send what is tried out: an app without CORS answers no other page, and this page's policy lets it ask nobody else. */
export function viaConsole(request: ViewerRequest): ViewerRequest {
  if (!request.loadSpec) request.userFetch = send;
  return request;
}

async function send(url: string, { method = 'GET', headers = {}, body }: ViewerRequest): Promise<Response> {
  const { pathname, search } = new URL(url);
  const { type, ...sent } = await encoded(body);
  const asked: ShownRequest = {
    method,
    path: `${pathname}${search}`,
    headers: { ...headers, ...(type && { 'content-type': type }) },
    ...sent,
  };
  const response = await fetch('/api/request', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  if (!response.ok) throw new Error((await response.json()).message);
  return asResponse(await response.json());
}

/** Forms and files are bytes, of a type that says how they are taken apart. */
async function encoded(
  body: ViewerRequest['body'],
): Promise<Pick<ShownRequest, 'body' | 'isBase64'> & { readonly type?: string | null }> {
  if (body === undefined || body === null) return {};
  if (typeof body === 'string') return { body };
  const made = new Response(body);
  const bytes = new Uint8Array(await made.arrayBuffer());
  return {
    type: made.headers.get('content-type'),
    body: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    isBase64: true,
  };
}

function asResponse({ status, headers, body, size }: ShownAnswer): Response {
  const isBodiless = status === 204 || status === 205 || status === 304;
  const shown = body ?? `${size} bytes that are no text`;
  return new Response(isBodiless ? null : shown, {
    status,
    headers: headers.map(([name, value]) => [name, value]),
  });
}
