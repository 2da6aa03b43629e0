import { BadRequestError } from './errors.ts';
import { contentTypeOf } from './headers.ts';
import { jsonFault } from './json-fault.ts';
import type { RawHttpEvent } from './raw-event.ts';

/** The body's text; empty where there is none. */
export function textOf(event: RawHttpEvent): string {
  const { body } = event;
  if (typeof body !== 'string') return '';
  return event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

/** How many bytes the body has, found without decoding it. */
export function sizeOf({ body, isBase64Encoded }: RawHttpEvent): number {
  return typeof body === 'string' ? Buffer.byteLength(body, isBase64Encoded ? 'base64' : 'utf8') : 0;
}

/** The body's bytes. */
export function bytesOf(event: RawHttpEvent): Uint8Array {
  return Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
}

/**
 * Text as JSON.
 * @throws BadRequestError in Chalice's words, with the place where it stops being JSON
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const issue = { in: 'body', path: '', message: jsonFault(text, cause as Error) };
    throw new BadRequestError('Error Parsing JSON', { details: { issues: [issue] }, cause });
  }
}

/**
 * A body whose route has no schema: JSON by its type, or by its looks where the type says nothing of the kind
 * (curl calls everything a form); else text; undefined where there is none.
 */
export function looseBody(event: RawHttpEvent): unknown {
  const text = textOf(event);
  if (text === '') return undefined;
  const contentType = contentTypeOf(event);
  if (contentType === 'application/json') return jsonOf(text);
  const type = mediaType(contentType);
  if (isJson(type)) return jsonOf(text);
  return isText(type) ? text : (tryJson(text) ?? text);
}

/** A body that goes to a schema: text where its type says so, also an empty one, else it must be JSON; undefined where there is none. */
export function strictBody(text: string, contentType: string | undefined): unknown {
  if (isText(mediaType(contentType))) return text;
  return text === '' ? undefined : jsonOf(text);
}

/** The type without parameters, in lower case: `application/json`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType?.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}

function isText(type: string): boolean {
  return type.startsWith('text/') && type !== 'text/json';
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
