import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { listen } from '../endpoint/listen.ts';
import { wholeBody } from '../endpoint/whole-body.ts';
import { createServer } from '../node-http.ts';
import { hear, type NextEvent, say, type ToSession } from './pipe.ts';
import { isStreamed } from './response-stream.ts';
import { readStreamed, type TakeChunk } from './streamed-answer.ts';

/** Bytes of the largest answer: 6 MB and what Lambda puts around it. */
export const LARGEST_ANSWER = 6_291_556;

/** One event on its way to a runtime. */
export type Invocation = Omit<NextEvent, 'traceId'>;

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
  /** Lets a runtime client of ours say the same over a pipe, which takes a fifth of the time that HTTP does. */
  attach(pipe: Duplex): void;
  close(): void;
}

export async function startRuntimeApi(events: RuntimeEvents): Promise<RuntimeApi> {
  let next: ((invocation: Invocation) => void) | undefined;
  let pending: Invocation | undefined;
  const server = createServer((request, response) => {
    const path = request.url?.replace('/2018-06-01/runtime', '') ?? '';
    if (request.method === 'GET' && path === '/invocation/next') {
      return waits((invocation) => handOver(response, invocation));
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
        if (answered(id, body, kind === 'error')) answer(response, 202, { status: 'OK' });
        else answer(response, 413, TOO_LARGE);
      },
      () => response.destroy(),
    );
  });

  function waits(hand: (invocation: Invocation) => void): void {
    next = hand;
    events.waiting();
    deliver();
  }

  function deliver(): void {
    if (!next || !pending) return;
    const [hand, invocation] = [next, pending];
    next = undefined;
    pending = undefined;
    hand(invocation);
  }

  /** Whether the answer could be taken. */
  function answered(id: string, body: string, failed: boolean): boolean {
    const fits = failed || Buffer.byteLength(body) <= LARGEST_ANSWER;
    if (fits) events.answered(id, body, failed);
    else events.answered(id, JSON.stringify(TOO_LARGE), true);
    return fits;
  }

  function heard(message: ToSession, pipe: Duplex): void {
    if ('initFailed' in message) events.initFailed(message.initFailed);
    else waits((invocation) => say(pipe, { ...invocation, traceId: traceId(invocation.id) }));
    if ('answered' in message) answered(message.answered, message.body, message.failed);
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
    attach: (pipe) => hear<ToSession>(pipe, (message) => heard(message, pipe)),
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

function handOver(response: ServerResponse, { id, payload, deadline, functionArn }: Invocation): void {
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'lambda-runtime-aws-request-id': id,
    'lambda-runtime-deadline-ms': String(deadline),
    'lambda-runtime-invoked-function-arn': functionArn,
    'lambda-runtime-trace-id': traceId(id),
  });
  response.end(payload);
}

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
