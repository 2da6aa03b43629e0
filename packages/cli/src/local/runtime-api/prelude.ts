/** What stands between what HTTP needs to know of an answer and its body. */
export const DELIMITER = Buffer.alloc(8);

/** A streamed answer for HTTP, as far as it has come. */
export interface Prelude {
  /** Status and headers, as the function wrote them; nothing where they are no JSON. */
  readonly head: unknown;
  readonly body: Buffer;
}

/** Parts what comes first from the body; nothing where it has not come yet. */
export function preludeOf(bytes: Buffer): Prelude | undefined {
  const at = bytes.indexOf(DELIMITER);
  if (at < 0) return undefined;
  return { head: parsed(bytes.subarray(0, at)), body: bytes.subarray(at + DELIMITER.length) };
}

/** What was streamed for HTTP, as a result that is no stream would say it: JSON text. */
export function proxyResultOf(bytes: Buffer): string {
  const { head, body } = preludeOf(bytes) ?? {};
  if (typeof head !== 'object' || !body) return JSON.stringify(String(bytes));
  const text = String(body);
  // An image is no text, nor is what was cut within a character.
  const isText = Buffer.from(text).equals(body);
  const whole = isText ? { body: text } : { body: body.toString('base64'), isBase64Encoded: true };
  return JSON.stringify({ ...head, ...whole });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(String(bytes));
  } catch {
    return undefined;
  }
}
