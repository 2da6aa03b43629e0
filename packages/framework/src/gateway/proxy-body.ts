import type { ProxyRequest } from './proxy-request.ts';

/** A request's body as it stands in an event. */
export interface ProxyBody {
  readonly body: string | undefined;
  readonly isBase64Encoded: boolean;
}

/** The types that API Gateway hands on as text; a form is not among them. */
const TEXTUAL = /^(?:text\/.*|application\/(?:json|javascript|xml|graphql|.*\+json|.*\+xml))$/;

/** An HTTP API encodes each body whose type isn't a text's, a form's included. */
export function httpApiBody(request: ProxyRequest): ProxyBody {
  const type = contentType(request);
  return encode(request.body, type === '' || TEXTUAL.test(type));
}

/** A REST API that counts every type as bytes, as Tankard makes it, encodes each body. */
export function restApiBody(request: ProxyRequest): ProxyBody {
  return encode(request.body, false);
}

function contentType(request: ProxyRequest): string {
  const value = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return (value.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function encode(bytes: Uint8Array, asText: boolean): ProxyBody {
  if (bytes.length === 0) return { body: undefined, isBase64Encoded: false };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = asText ? buffer.toString('utf8') : undefined;
  return text !== undefined && Buffer.from(text).equals(buffer)
    ? { body: text, isBase64Encoded: false }
    : { body: buffer.toString('base64'), isBase64Encoded: true };
}
