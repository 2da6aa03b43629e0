import type { ClientRequest, IncomingHttpHeaders } from 'node:http';
import type { RuntimeFailure } from './failure.ts';
import { DELIMITER } from './prelude.ts';

const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');
/** https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html#runtimes-custom-response-streaming */
const ERROR_TYPE = 'Lambda-Runtime-Function-Error-Type';
const ERROR_BODY = 'Lambda-Runtime-Function-Error-Body';
const MODE = 'lambda-runtime-function-response-mode';
const HTTP_TYPE = 'application/vnd.awslambda.http-integration-response';
export const STREAM_HEADERS = {
  [MODE]: 'streaming',
  trailer: `${ERROR_TYPE}, ${ERROR_BODY}`,
  'content-type': 'application/octet-stream',
  'transfer-encoding': 'chunked',
};
/** What a streaming handler writes its answer to. */
export interface ResponseStream extends ClientRequest {
  setContentType(type: string): void;
  /** Written before anything else. */
  prelude?: unknown;
}

/** A handler that was given to `awslambda.streamifyResponse`. */
export type StreamingHandler = (event: unknown, stream: ResponseStream, context: object) => unknown;

export function isStreaming(handler: object): boolean {
  return Reflect.get(handler, STREAMING) === 'response';
}

/** Defines the global `awslambda`: https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
export function defineAwslambda(): void {
  Object.assign(globalThis, {
    awslambda: {
      streamifyResponse: (handler: object) => Object.assign(handler, { [STREAMING]: 'response' }),
      HttpResponseStream: {
        from(stream: ResponseStream, prelude: unknown) {
          stream.setContentType(HTTP_TYPE);
          stream.prelude = prelude;
          return stream;
        },
      },
    },
  });
}

/** Makes a request to the Runtime API what a handler may write to: anything but text and bytes becomes JSON. */
export function responseStream(request: ClientRequest): ResponseStream {
  const write = request.write.bind(request);
  const stream: ResponseStream = Object.assign(request, {
    setContentType: (type: string) => void request.setHeader('content-type', type),
  });
  let isBegun = false;
  stream.write = (chunk: unknown, ...rest: unknown[]) => {
    if (!isBegun && stream.prelude !== undefined) {
      write(JSON.stringify(stream.prelude));
      write(DELIMITER);
    }
    isBegun = true;
    const isPlain = typeof chunk === 'string' || chunk instanceof Uint8Array;
    return write(isPlain ? chunk : JSON.stringify(chunk), ...(rest as []));
  };
  return stream;
}

/** Ends a stream with what went wrong, after whatever was written. */
export function endFailed(stream: ResponseStream, failure: RuntimeFailure): void {
  const body = Buffer.from(JSON.stringify(failure)).toString('base64');
  stream.addTrailers({ [ERROR_TYPE]: failure.errorType, [ERROR_BODY]: body });
  stream.end();
}

/** The failure that a stream ended with, as JSON text. */
export function failureIn(trailers: NodeJS.Dict<string>): string | undefined {
  const body = trailers[ERROR_BODY.toLowerCase()];
  return body === undefined ? undefined : Buffer.from(body, 'base64').toString();
}

/** Whether an answer comes as a stream. */
export const isStreamed = (headers: IncomingHttpHeaders): boolean => headers[MODE] === 'streaming';

/** Whether a streamed answer says status and headers first. */
export const isForHttp = (headers: IncomingHttpHeaders): boolean => headers['content-type'] === HTTP_TYPE;
