import {
  CreateFunctionCommand,
  GetEventSourceMappingCommand,
  GetFunctionCommand,
  GetFunctionConfigurationCommand,
  InvokeCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function';
const app = new App('billing');
const jobs = app.queue('Jobs');
const taken: unknown[] = [];
const handlers = {
  double: app.lambda((event: { n: number }) => {
    if (event.n === 0) throw new RangeError('nothing to double');
    return event.n * 2;
  }),
  take: app.lambda((event: unknown) => {
    taken.push(event);
  }),
  stopped: app.lambda({ reservedConcurrency: 0 }, () => 1),
  work: app.onSqsMessage(jobs, { filter: { body: { kind: ['a'] } }, batchSize: 5 }, () => {}),
};

let local: LocalTestApp;
let lambda: LambdaClient;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
  lambda = new LambdaClient({ maxAttempts: 1 });
});
afterAll(async () => {
  lambda.destroy();
  await local.close();
});

const invoke = (FunctionName: string, payload?: unknown, more: object = {}) =>
  lambda.send(
    new InvokeCommand({
      FunctionName,
      Payload: payload === undefined ? undefined : JSON.stringify(payload),
      ...more,
    }),
  );

const parsed = (payload?: Uint8Array) => JSON.parse(Buffer.from(payload ?? []).toString());

test.each([
  'billing-local-double',
  'billing-local-double:$LATEST',
  '000000000000:function:billing-local-double',
  `${ARN}:billing-local-double`,
  `${ARN}:billing-local-double:$LATEST`,
])('a function is called as %s', async (name) => {
  const answer = await invoke(name, { n: 2 });
  expect([answer.StatusCode, answer.ExecutedVersion, answer.FunctionError]).toEqual([
    200,
    '$LATEST',
    undefined,
  ]);
  expect(parsed(answer.Payload)).toBe(4);
  expect(local.invocations().at(-1)?.cause).toEqual({ by: 'lambda', what: 'Invoke', after: [] });
});

test('a function that fails is a FunctionError, with the end of its log on request', async () => {
  const answer = await invoke('billing-local-double', { n: 0 }, { LogType: 'Tail' });
  expect([answer.StatusCode, answer.FunctionError]).toEqual([200, 'Unhandled']);
  expect(parsed(answer.Payload)).toMatchObject({
    errorType: 'RangeError',
    errorMessage: 'nothing to double',
  });
  const log = Buffer.from(answer.LogResult ?? '', 'base64').toString();
  expect(log).toMatch(/^START RequestId: \S+ Version: \$LATEST\n/);
  expect(log).toMatch(
    /\nREPORT RequestId: \S+\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 256 MB\n$/,
  );
});

test('an event that nobody waits for is taken and run, and a dry run is none', async () => {
  const event = await invoke('billing-local-take', { a: 1 }, { InvocationType: 'Event' });
  expect(event.StatusCode).toBe(202);
  await local.drain();
  expect(taken).toEqual([{ a: 1 }]);
  expect((await invoke('billing-local-take', {}, { InvocationType: 'DryRun' })).StatusCode).toBe(204);
  await invoke('billing-local-take');
  expect(taken).toEqual([{ a: 1 }, {}]);
});

test('what cannot be called is refused as Lambda does', async () => {
  await expect(invoke('billing-local-nobody', {})).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: `Function not found: ${ARN}:billing-local-nobody`,
  });
  await expect(invoke('billing-local-double:live', {})).rejects.toThrow(
    `Function not found: ${ARN}:billing-local-double:live`,
  );
  await expect(invoke('billing-local-double', {}, { Qualifier: '7' })).rejects.toThrow(':7');
  await expect(invoke('billing-local-stopped', {})).rejects.toMatchObject({
    name: 'TooManyRequestsException',
  });
  await expect(invoke('billing-local-double', undefined, { Payload: '{' })).rejects.toMatchObject({
    name: 'InvalidRequestContentException',
  });
  const large = { text: 'x'.repeat(1024 * 1024) };
  await expect(invoke('billing-local-take', large, { InvocationType: 'Event' })).rejects.toMatchObject({
    name: 'RequestTooLargeException',
  });
});

test('functions and what is polled for them are shown', async () => {
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  expect(Functions.map(({ FunctionName }) => FunctionName).sort()).toEqual([
    'billing-local-double',
    'billing-local-stopped',
    'billing-local-take',
    'billing-local-work',
  ]);
  const FunctionName = 'billing-local-work';
  expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }))).toMatchObject({
    FunctionArn: `${ARN}:billing-local-work`,
    Timeout: 30,
    MemorySize: 256,
    Handler: 'index.handler',
    State: 'Active',
  });
  const stopped = await lambda.send(new GetFunctionCommand({ FunctionName: 'billing-local-stopped' }));
  expect(stopped.Concurrency).toEqual({ ReservedConcurrentExecutions: 0 });

  const { EventSourceMappings = [] } = await lambda.send(
    new ListEventSourceMappingsCommand({ FunctionName }),
  );
  expect(EventSourceMappings).toMatchObject([
    {
      EventSourceArn: 'arn:aws:sqs:us-east-1:000000000000:billing-local-Jobs',
      FunctionArn: `${ARN}:billing-local-work`,
      BatchSize: 5,
      FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["a"]}}' }] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    },
  ]);
  const UUID = EventSourceMappings[0]?.UUID;
  const one = await lambda.send(new GetEventSourceMappingCommand({ UUID }));
  expect(one.BatchSize).toBe(5);
  await expect(lambda.send(new GetEventSourceMappingCommand({ UUID: 'x' }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
});

test('what is not here is refused by name', async () => {
  const create = new CreateFunctionCommand({ FunctionName: 'a', Role: 'r', Code: {} });
  await expect(lambda.send(create)).rejects.toThrow(
    "tankard local's Lambda has no operation for POST /2015-03-31/functions.",
  );
});
