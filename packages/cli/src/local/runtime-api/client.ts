import { patchConsole } from './console.ts';
import { failureOf, RuntimeError } from './failure.ts';
import { runtimeApiClient } from './http-client.ts';
import { invocationContext } from './invocation-context.ts';
import type { LambdaHandler } from './lambda-handler.ts';
import { loadHandler } from './load-handler.ts';
import {
  defineAwslambda,
  endFailed,
  isStreaming,
  responseStream,
  STREAM_HEADERS,
  type StreamingHandler,
} from './response-stream.ts';

// The process of one function: loads its handler and asks the Runtime API for events, one after another, for ever. What it does in each
// case is what AWS's own runtime client 4 does (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). An exception that nobody
// catches ends the process, as it does there.

const { AWS_LAMBDA_RUNTIME_API: address = '', _HANDLER: name = '' } = process.env;
delete process.env.NODE_COMPILE_CACHE;
const { call, open } = runtimeApiClient(address);
// Started ahead of its code, which is being built: all else is as it will be.
if (process.env.LAMBDA_TASK_ROOT === undefined) {
  const { folder } = JSON.parse((await call('GET', '/task-root')).body);
  process.chdir(folder);
  process.env.LAMBDA_TASK_ROOT = folder;
}
let requestId: string | undefined;

patchConsole(process.env, () => requestId);
defineAwslambda();
const handler = await initialised();
for (;;) await serveOne(handler);

async function initialised(): Promise<LambdaHandler> {
  try {
    return await loadHandler(process.env.LAMBDA_TASK_ROOT ?? '', name);
  } catch (error) {
    console.error(error);
    await report('/init/error', error);
    process.exit(1);
  }
}

async function serveOne(handle: LambdaHandler): Promise<void> {
  const { headers, body } = await call('GET', '/invocation/next');
  const context = invocationContext(headers as Record<string, string>, process.env);
  const trace = headers['lambda-runtime-trace-id'];
  if (typeof trace === 'string') process.env._X_AMZN_TRACE_ID = trace;
  requestId = context.awsRequestId;
  const path = `/invocation/${requestId}`;
  if (isStreaming(handle))
    return serveStream(handle as StreamingHandler, `${path}/response`, JSON.parse(body), context);
  try {
    const result = serialised(await handle(JSON.parse(body), context));
    await new Promise((resolve) => setImmediate(resolve));
    await call('POST', `${path}/response`, result, { 'content-type': 'application/json' });
  } catch (error) {
    console.error(error);
    await report(`${path}/error`, error);
  }
}

async function serveStream(
  handle: StreamingHandler,
  path: string,
  event: unknown,
  context: object,
): Promise<void> {
  const { request, answered } = open('POST', path, STREAM_HEADERS);
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

async function report(path: string, error: unknown): Promise<void> {
  const failure = failureOf(error);
  // A header takes no other characters; the body says it in full.
  const errorType = failure.errorType.replace(/[^\x20-\x7e]/g, '?');
  const headers = { 'content-type': 'application/json', 'lambda-runtime-function-error-type': errorType };
  await call('POST', path, JSON.stringify(failure), headers);
}
