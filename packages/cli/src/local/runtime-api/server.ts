import type { ServerResponse } from 'node:http';
import { listen } from '../endpoint/listen.ts';
import { wholeBody } from '../endpoint/whole-body.ts';
import { createServer } from '../node-http.ts';
import { isStreamed } from './response-stream.ts';
import { readStreamed, type TakeChunk } from './streamed-answer.ts';

/** Bytes of the largest answer: 6 MB and what Lambda puts around it. */
export const LARGEST_ANSWER = 6_291_556;

/** One event on its way to a runtime. */
export interface Invocation {
  readonly id: string;
  /** JSON text. */
  readonly payload: string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly functionArn: string;
}

/** What a runtime tells. */
export interface RuntimeEvents {
  /** It asks for an event: it is initialised, and done with the one before. */
  waiting(): void;
  initFailed(failure: string): void;
  /** JSON text of the handler's result, or of the failure. */
  answered(id: string, body: string, failed: boolean): void;
  /** Who takes an answer that comes as a stream. */
  taker(id: string): TakeChunk | undefined;
}

/** Lambda's Runtime API for one process: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html */
export interface RuntimeApi {
  /** `127.0.0.1:40321`, for `AWS_LAMBDA_RUNTIME_API`. */
  readonly address: string;
  /** Hands over an event as soon as the runtime asks for one; the next when this one has been answered. */
  give(invocation: Invocation): void;
  /** Tells a runtime that was started ahead of its code where that lies. It is no part of Lambda's. */
  tellTaskRoot(folder: string): void;
  close(): void;
}

export async function startRuntimeApi(events: RuntimeEvents): Promise<RuntimeApi> {
  let next: ServerResponse | undefined;
  let pending: Invocation | undefined;
  const taskRoot = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    const path = request.url?.replace('/2018-06-01/runtime', '') ?? '';
    if (request.method === 'GET' && path === '/invocation/next') {
      next = response;
      events.waiting();
      deliver();
      return;
    }
    if (request.method === 'GET' && path === '/task-root') {
      void taskRoot.promise.then((folder) => answer(response, 200, { folder }));
      return;
    }
    const [, id, kind] = /^\/invocation\/([^/]+)\/(response|error)$/.exec(path) ?? [];
    if (id !== undefined && isStreamed(request.headers)) {
      readStreamed(request, events.taker(id)).then(
        ({ body, failed }) => {
          events.answered(id, body, failed);
          answer(response, 202, { status: 'OK' });
        },
        () => response.destroy(),
      );
      return;
    }
    wholeBody(request).then(
      (bytes) => {
        const body = String(bytes);
        if (path === '/init/error') {
          events.initFailed(body);
          return answer(response, 202, { status: 'OK' });
        }
        if (id === undefined) return answer(response, 404, { errorMessage: `There is no ${path}.` });
        if (kind === 'response' && (bytes?.length ?? 0) > LARGEST_ANSWER) {
          answer(response, 413, TOO_LARGE);
          return events.answered(id, JSON.stringify(TOO_LARGE), true);
        } else events.answered(id, body, kind === 'error');
        answer(response, 202, { status: 'OK' });
      },
      () => response.destroy(),
    );
  });

  function deliver(): void {
    if (!next || !pending) return;
    const { id, payload, deadline, functionArn } = pending;
    next.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(payload),
      'lambda-runtime-aws-request-id': id,
      'lambda-runtime-deadline-ms': String(deadline),
      'lambda-runtime-invoked-function-arn': functionArn,
      'lambda-runtime-trace-id': traceId(id),
    });
    next.end(payload);
    next = undefined;
    pending = undefined;
  }

  // A runtime waits for its next event as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  return {
    address: `127.0.0.1:${port}`,
    give(invocation) {
      pending = invocation;
      deliver();
    },
    tellTaskRoot: taskRoot.resolve,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const TOO_LARGE = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${LARGEST_ANSWER} bytes).`,
};

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** X-Ray's form, not sampled: no trace is kept. */
function traceId(requestId: string): string {
  const digits = requestId.replaceAll('-', '');
  return `Root=1-${digits.slice(0, 8)}-${digits.slice(8)};Parent=${digits.slice(0, 16)};Sampled=0`;
}
