import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCallers } from '../callers/callers.ts';
import { type FunctionProcess, startFunctionProcess } from './function-process.ts';
import type { LocalFunction } from './local-function.ts';

let root: string;
const open: FunctionProcess[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tankard-process-'));
});

afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await rm(root, { recursive: true });
});

let count = 0;

/** A function of this code, with what it writes. */
async function start(code: string, over: Partial<LocalFunction> = {}, file = 'index.js') {
  const folder = join(root, String(count++));
  await mkdir(folder);
  await writeFile(join(folder, file), code);
  const lines: string[] = [];
  const spec: LocalFunction = {
    name: 'demo',
    physicalName: 'app-local-demo',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:app-local-demo',
    folder,
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    architecture: 'arm64',
    memory: 256,
    timeout: 30,
    environment: { AWS_REGION: 'us-east-1', OWN: 'yes' },
    logGroup: '/aws/lambda/app-local-demo',
    logLevel: 'INFO',
    ...over,
  };
  const process = await startFunctionProcess(spec, (line) => lines.push(line), createCallers().admit('demo'));
  open.push(process);
  const invoke = async (event: unknown = {}) => {
    const { payload, ...result } = await process.invoke({
      payload: JSON.stringify(event),
      requestId: randomUUID(),
      invocation: 'one',
    });
    return { ...result, value: JSON.parse(payload) };
  };
  return { process, invoke, lines };
}

test('a handler gets its event and context, and the process is used again', async () => {
  const { invoke } = await start(`
    let n = 0;
    exports.handler = async (event, context) => ({ event, n: ++n, name: context.functionName, memory: context.memoryLimitInMB,
      arn: context.invokedFunctionArn, left: context.getRemainingTimeInMillis() > 20000, id: context.awsRequestId });`);
  const first = await invoke({ a: 1 });
  expect(first).toMatchObject({
    failed: false,
    initDuration: expect.any(Number),
    value: { event: { a: 1 }, n: 1, name: 'app-local-demo', memory: '256', left: true, id: first.requestId },
  });
  expect(first.value.arn).toBe('arn:aws:lambda:us-east-1:000000000000:function:app-local-demo');
  const second = await invoke({ a: 2 });
  expect(second.value.n).toBe(2);
  expect(second).not.toHaveProperty('initDuration');
});

test('a handler that returns nothing answers null', async () => {
  const { invoke } = await start('exports.handler = async () => {};');
  expect((await invoke()).value).toBeNull();
});

test('an ES module with top-level await is a function like any other', async () => {
  const code = 'const x = await Promise.resolve(4); export const handler = async () => x;';
  expect((await (await start(code, {}, 'index.mjs')).invoke()).value).toBe(4);
});

test("a function sees Lambda's variables and its own, and nothing of ours", async () => {
  process.env.TANKARD_TEST_LEAK = 'leaked';
  const { invoke } = await start('exports.handler = async () => process.env;');
  const { value } = await invoke();
  delete process.env.TANKARD_TEST_LEAK;
  expect(value).toMatchObject({
    OWN: 'yes',
    AWS_REGION: 'us-east-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'app-local-demo',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
    AWS_LAMBDA_LOG_LEVEL: 'INFO',
    _HANDLER: 'index.handler',
    TZ: ':UTC',
  });
  expect(value).not.toHaveProperty('TANKARD_TEST_LEAK');
  expect(value).not.toHaveProperty('NODE_COMPILE_CACHE');
});

test('what a handler throws is reported with its name and trace, and the process goes on', async () => {
  const { invoke } = await start(
    "let n = 0; exports.handler = async () => { if (n++ === 0) throw new TypeError('no'); return 'fine'; };",
  );
  const thrown = await invoke();
  expect(thrown).toMatchObject({ failed: true, value: { errorType: 'TypeError', errorMessage: 'no' } });
  expect(thrown.value.trace[0]).toBe('TypeError: no');
  expect(await invoke()).toMatchObject({ failed: false, value: 'fine' });
});

test('a text that is thrown is reported as one', async () => {
  const { invoke } = await start("exports.handler = async () => { throw 'just text'; };");
  expect((await invoke()).value).toEqual({ errorType: 'string', errorMessage: 'just text', trace: [] });
});

test('a handler that takes too long is killed, even in a loop that nothing interrupts', async () => {
  const { invoke, process } = await start('exports.handler = async () => { for (;;); };', { timeout: 1 });
  const { failed, value, requestId } = await invoke();
  expect([failed, process.ended]).toEqual([true, true]);
  expect(value).toEqual({
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after 1.00 seconds`,
  });
});

test('a handler that ends its process is reported as an exit, with the status', async () => {
  const { invoke, process } = await start('exports.handler = async () => process.exit(7);');
  const { value, requestId } = await invoke();
  expect(value).toEqual({
    errorType: 'Runtime.ExitError',
    errorMessage: `RequestId: ${requestId} Error: Runtime exited with error: exit status 7`,
  });
  expect(process.ended).toBe(true);
});

test('an exception that nobody catches ends the process and stands in the log', async () => {
  const { invoke, lines } = await start(
    "exports.handler = () => new Promise(() => setTimeout(() => { throw new Error('later'); }, 1));",
  );
  expect((await invoke()).value.errorType).toBe('Runtime.ExitError');
  await expect.poll(() => lines.join('\n')).toContain('Error: later');
});

test.each([
  ['throws while it loads', "throw new RangeError('at once');", 'RangeError', 'at once'],
  ['has a syntax error', 'exports.handler = async () => {{;', 'Runtime.UserCodeSyntaxError', 'SyntaxError'],
  [
    'imports what is not there',
    "require('nowhere-to-be-found');",
    'Runtime.ImportModuleError',
    'nowhere-to-be-found',
  ],
  [
    'exports no handler',
    'exports.other = 1;',
    'Runtime.HandlerNotFound',
    'index.handler is undefined or not exported',
  ],
  [
    'exports something else',
    'exports.handler = 1;',
    'Runtime.HandlerNotFound',
    'index.handler is not a function',
  ],
  [
    'takes a callback',
    'exports.handler = (e, c, done) => done();',
    'Runtime.CallbackHandlerDeprecated',
    'Node.js 24',
  ],
  ['exits while it loads', 'process.exit(3);', 'Runtime.ExitError', 'exit status 3'],
])('a function that %s fails its first event with the reason', async (_, code, type, message) => {
  const { invoke, process } = await start(code);
  const { failed, value } = await invoke();
  expect([failed, value.errorType]).toEqual([true, type]);
  expect(value.errorMessage).toContain(message);
  expect(process.ended).toBe(true);
});

test('a handler that waits for what never comes is told as that', async () => {
  const { invoke } = await start('exports.handler = () => new Promise(() => {});');
  const { failed, value } = await invoke();
  expect([failed, value.errorType]).toEqual([true, 'Runtime.ExitError']);
  expect(value.errorMessage).toContain(
    'exit status 13: the handler waits for a Promise that is never settled',
  );
});

test('an answer over 6 MB is refused and the process goes on', async () => {
  const { invoke } = await start("exports.handler = async ({ n }) => 'x'.repeat(n);");
  expect((await invoke({ n: 6_291_556 })).value.errorType).toBe('Function.ResponseSizeTooLarge');
  expect((await invoke({ n: 2 })).value).toBe('xx');
});

test('an event and an answer of megabytes pass whole, with whatever stands in them', async () => {
  const { process } = await start('exports.handler = async ({ text }) => [text.length, text];');
  const text = 'ä\n\u2028"\\'.repeat(500_000);
  const payload = JSON.stringify({ text }, null, 2);
  const { payload: answer } = await process.invoke({ payload, requestId: '1', invocation: '1' });
  expect(JSON.parse(answer)).toEqual([text.length, text]);
});

test('an event that is no JSON is the failure of its run, and the process goes on', async () => {
  const { process, invoke } = await start('exports.handler = async () => 1;');
  const { payload, failed } = await process.invoke({ payload: '{', requestId: '1', invocation: '1' });
  expect([failed, JSON.parse(payload).errorType]).toEqual([true, 'SyntaxError']);
  expect((await invoke()).value).toBe(1);
});

test('code that writes what it likes to the descriptor of the session ends its own process, and nothing else', async () => {
  const { invoke, process } = await start(
    "exports.handler = async () => { require('node:fs').writeSync(3, 'what?\\n'); await new Promise(() => {}); };",
  );
  const { failed, value } = await invoke();
  expect([failed, value.errorType, process.ended]).toEqual([true, 'Runtime.ExitError', true]);
});

test('an answer that has no JSON is an error', async () => {
  const { invoke } = await start('exports.handler = async () => ({ n: 1n });');
  expect((await invoke()).value.errorType).toBe('Runtime.JSONStringifyError');
});

test('a streamed answer comes whole, and one that breaks off is the failure', async () => {
  const { invoke } =
    await start(`exports.handler = awslambda.streamifyResponse(async ({ fails }, stream, context) => {
    stream.write('["' + context.functionName);
    if (fails) throw new TypeError('no');
    stream.end('"]');
  });`);
  expect((await invoke({ fails: true })).value).toMatchObject({ errorType: 'TypeError', errorMessage: 'no' });
  expect(await invoke()).toMatchObject({ failed: false, value: ['app-local-demo'] });
});

test('a streamed answer is handed on as it is made, and at the pace of who takes it', async () => {
  const { process } = await start(`exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    stream.write('one ');
    await new Promise((resolve) => require('node:fs').watch(__dirname, resolve));
    stream.end('two');
  });`);
  const chunks: string[] = [];
  const first = Promise.withResolvers<void>();
  const take = (chunk: Buffer) => {
    chunks.push(String(chunk));
    first.resolve();
  };
  const result = process.invoke({ payload: '{}', requestId: '1', invocation: '1', take });
  await first.promise;
  expect(chunks).toEqual(['one ']);
  await writeFile(join(root, String(count - 1), 'go'), '');
  expect(await result).toMatchObject({ failed: false, payload: 'one two' });
  expect(chunks).toEqual(['one ', 'two']);
});

test.each([
  ["'text'", { body: 'text' }],
  ['Buffer.from([0xff, 0xfe])', { body: '//4=', isBase64Encoded: true }],
])('what is streamed for HTTP is remembered as a result: %s', async (chunk, body) => {
  const { invoke } = await start(`exports.handler = awslambda.streamifyResponse(async (event, stream) => {
    const http = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });
    http.write(${chunk});
    http.end();
  });`);
  expect((await invoke()).value).toEqual({ statusCode: 201, ...body });
});

test('console writes JSON lines with time, level and the id of the request', async () => {
  const { invoke, lines } = await start(`exports.handler = async () => {
    console.log({ a: 1 }); console.warn('%s!', 'hey', new Error('inner')); console.error(new TypeError('bad')); };`);
  const { requestId } = await invoke();
  await expect.poll(() => lines.length).toBe(3);
  const parsed = lines.map((line) => JSON.parse(line));
  expect(parsed).toMatchObject([
    { level: 'INFO', requestId, message: { a: 1 }, timestamp: expect.stringMatching(/Z$/) },
    { level: 'WARN', requestId, errorType: 'Error', errorMessage: 'inner', stackTrace: expect.any(Array) },
    { level: 'ERROR', requestId, message: { errorType: 'TypeError', errorMessage: 'bad' } },
  ]);
  expect(parsed[1].message).toMatch(/^hey!/);
});

test('closing kills a process that is busy', async () => {
  const { process } = await start('exports.handler = async () => { for (;;); };');
  const result = process.invoke({ payload: '{}', requestId: '1', invocation: '1' });
  await process.close();
  expect(JSON.parse((await result).payload).errorMessage).toContain('signal: killed');
});
