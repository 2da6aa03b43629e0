type Content = NonNullable<RequestInit['body']>;

/** What a call sends, and what says its type. */
interface Sent {
  readonly body?: Content;
  readonly headers?: { readonly 'content-type': string };
}

/** A body as `fetch` takes it: forms, files and bytes as they are, which it knows the types of, anything else as JSON. */
export function contentOf(body: unknown): Sent {
  if (body === undefined) return {};
  if (goesAsItIs(body)) return { body };
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function goesAsItIs(body: unknown): body is Content {
  return (
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}

const JSON_TYPE = /^application\/([^;]+\+)?json\b/i;

/** What a response holds, by its type; undefined where that is nothing. */
export async function bodyOf(response: Response): Promise<unknown> {
  // Only Node has no body here; Chromium has an empty one, and API Gateway calls it text.
  if (response.status === 204) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (JSON_TYPE.test(type)) return parsed(await response.text());
  if (/^text\//i.test(type)) return response.text();
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > 0 ? bytes : undefined;
}

/** What a response holds, as it comes; of a failure as {@link bodyOf} has it. */
export async function streamOf(response: Response): Promise<unknown> {
  return response.ok && response.status !== 204 ? response.body : bodyOf(response);
}

/** A REST API and a function URL call every text JSON whose type is not said. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
