import { patchConsole } from './console.ts';
import { failureOf, RuntimeError } from './failure.ts';
import { runtimeApiCaller } from './http-client.ts';
import { invocationContext } from './invocation-context.ts';
import type { LambdaHandler } from './lambda-handler.ts';
import { loadHandler } from './load-handler.ts';

// The process of one function: loads its handler and asks the Runtime API for events, one after another, for ever. What it does in each
// case is what AWS's own runtime client 4 does (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html). An exception that nobody
// catches ends the process, as it does there.

const {
  AWS_LAMBDA_RUNTIME_API: address = '',
  _HANDLER: name = '',
  LAMBDA_TASK_ROOT: root = '',
} = process.env;
delete process.env.NODE_COMPILE_CACHE;
const call = runtimeApiCaller(address);
let requestId: string | undefined;

patchConsole(process.env, () => requestId);
const handler = await initialised();
for (;;) await serveOne(handler);

async function initialised(): Promise<LambdaHandler> {
  try {
    return await loadHandler(root, name);
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
  try {
    const result = serialised(await handle(JSON.parse(body), context));
    await new Promise((resolve) => setImmediate(resolve));
    await call('POST', `${path}/response`, result, { 'content-type': 'application/json' });
  } catch (error) {
    console.error(error);
    await report(`${path}/error`, error);
  }
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
