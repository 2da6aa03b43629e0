import { patchConsole } from './console.ts';
import { failureOf, RuntimeError } from './failure.ts';
import { invocationContexts } from './invocation-context.ts';
import type { LambdaHandler } from './lambda-handler.ts';
import { loadHandler } from './load-handler.ts';
import type { CodePlace, NextEvent } from './pipe.ts';
import { openSession } from './pipe-client.ts';
import {
  defineAwslambda,
  endFailed,
  isStreaming,
  responseStream,
  type StreamingHandler,
} from './response-stream.ts';

// The process of one function: loads its handler and asks for events, one after another, for ever. What it does in each case is what AWS's
// own runtime client 4 does (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), but over a pipe in place of HTTP. An exception
// that nobody catches ends the process, as it does there.

const { AWS_LAMBDA_RUNTIME_API: address = '', _HANDLER: name = '' } = process.env;
delete process.env.NODE_COMPILE_CACHE;
const { ask, tell } = openSession();
// Started ahead of its code, which is being built: all else is as it will be.
if (process.env.LAMBDA_TASK_ROOT === undefined) {
  const { folder } = await ask<CodePlace>();
  process.chdir(folder);
  process.env.LAMBDA_TASK_ROOT = folder;
}
const contextOf = invocationContexts(process.env);
let requestId: string | undefined;

patchConsole(process.env, () => requestId);
defineAwslambda();
const handler = await initialised();
for (let event = await ask<NextEvent>({ next: true }); ; ) event = await served(handler, event);

async function initialised(): Promise<LambdaHandler> {
  try {
    return await loadHandler(process.env.LAMBDA_TASK_ROOT ?? '', name);
  } catch (error) {
    console.error(error);
    await tell({ initFailed: failureText(error) });
    process.exit(1);
  }
}

/** Runs the handler with an event, and gives the next one. */
async function served(handle: LambdaHandler, event: NextEvent): Promise<NextEvent> {
  const { id, payload, traceId } = event;
  const context = contextOf(event);
  process.env._X_AMZN_TRACE_ID = traceId;
  requestId = id;
  if (isStreaming(handle)) {
    await serveStream(handle as StreamingHandler, id, JSON.parse(payload), context);
    return ask({ next: true });
  }
  try {
    const body = serialised(await handle(JSON.parse(payload), context));
    await new Promise((resolve) => setImmediate(resolve));
    return ask({ answered: id, body, failed: false });
  } catch (error) {
    console.error(error);
    return ask({ answered: id, body: failureText(error), failed: true });
  }
}

/** A stream goes to the Runtime API itself: what a handler writes to is a request. */
async function serveStream(
  handle: StreamingHandler,
  id: string,
  event: unknown,
  context: object,
): Promise<void> {
  const { openAnswer } = await import('./http-client.ts');
  const { request, answered } = openAnswer(address, id);
  const stream = responseStream(request);
  try {
    const running = handle(event, stream, context);
    if (!(running instanceof Promise)) throw new Error('Streaming does not support non-async handlers.');
    if ((await running) !== undefined) console.warn('Streaming handlers ignore return values.');
  } catch (error) {
    console.error(error);
    endFailed(stream, failureOf(error));
  }
  await answered;
}

function serialised(result: unknown): string {
  try {
    return JSON.stringify(result === undefined ? null : result) ?? 'null';
  } catch {
    throw new RuntimeError('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
}

function failureText(error: unknown): string {
  return JSON.stringify(failureOf(error));
}
