import type { ProxyResult } from '../result.ts';
import { chunkOf } from './chunk.ts';
import { isStreamed, STREAM } from './streamed-result.ts';

/** What Lambda gives a streaming handler to write to: https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
export interface ResponseStream {
  /** @returns whether more may be written at once; if not, `drain` says when. */
  write(chunk: string | Uint8Array): boolean;
  end(): unknown;
  once(event: 'drain' | 'close' | 'error', listener: () => void): unknown;
  setContentType(type: string): void;
  /** Nobody reads any more. */
  readonly destroyed: boolean;
}

/** By it a function URL and API Gateway know that status and headers come first. */
const PRELUDE_TYPE = 'application/vnd.awslambda.http-integration-response';
const DELIMITER = '\0\0\0\0\0\0\0\0';

/**
 * Sends a result: status and headers as JSON, eight NUL bytes, and the body as it is made. The first write is never empty: the runtime client's
 * own `HttpResponseStream` forgets the status of an answer without a body.
 *
 * @throws what the stream throws; Lambda counts it as a failure and cuts the connection.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export async function send(result: unknown, stream: ResponseStream): Promise<void> {
  if (!isResult(result)) {
    // What middleware gave to somebody who invoked the function, and asked for no answer of HTTP.
    stream.write(JSON.stringify(result) ?? 'null');
    stream.end();
    return;
  }
  const { body, isBase64Encoded, ...head } = result;
  stream.setContentType(PRELUDE_TYPE);
  stream.write(JSON.stringify(withType(head)) + DELIMITER);
  if (isStreamed(result)) await pump(result[STREAM], stream);
  else if (body !== '') stream.write(isBase64Encoded ? Buffer.from(body, 'base64') : body);
  stream.end();
}

function isResult(result: unknown): result is ProxyResult {
  return typeof result === 'object' && result !== null && 'statusCode' in result;
}

type Head = Omit<ProxyResult, 'body' | 'isBase64Encoded'>;

/** A result without a type is JSON for a REST API and a function URL; of a stream they would not say so. */
function withType(head: Head): Head {
  const { headers, multiValueHeaders } = head;
  const names = Object.keys({ ...headers, ...multiValueHeaders });
  if (names.some((name) => name.toLowerCase() === 'content-type')) return head;
  return { ...head, headers: { ...headers, 'content-type': 'application/json' } };
}

/** The next chunk is asked for when there is room for it. */
async function pump(chunks: AsyncIterable<unknown>, stream: ResponseStream): Promise<void> {
  let wake = () => {};
  stream.once('close', () => wake());
  stream.once('error', () => wake());
  for await (const chunk of chunks) {
    if (!stream.write(chunkOf(chunk)) && !stream.destroyed) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        stream.once('drain', resolve);
      });
    }
    // To leave the loop tells the handler's stream to end.
    if (stream.destroyed) return;
  }
}
