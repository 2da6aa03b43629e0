import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { scheduledEvent } from '@tankard/framework/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packagedApp } from './apps.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { sentMails, verifySender } from './engines/sent-mails.ts';
import { createStack } from './engines/stack.ts';

let engine: MiniStack;
beforeAll(async () => {
  engine = await startMiniStack();
});
afterAll(() => engine?.stop());

/** The function's part of the template: the rest of the app waits for tables and queues that are there already. */
const PART = ['SdkLayer', 'EveryNightFunction', 'EveryNightRole', 'EveryNightLogGroup'];

it('a function in a stack takes the AWS SDK from the layer', async () => {
  const parameters = { Sender: 'shop@example.com', ExistingCustomersStreamArn: 'none' };
  await verifySender(engine, parameters.Sender);
  await createStack(packagedApp('every-source-layer'), engine, parameters, PART);
  const run = await new LambdaClient(engine.client).send(
    new InvokeCommand({
      FunctionName: 'every-source-layer-everyNight',
      Payload: JSON.stringify(scheduledEvent()),
    }),
  );
  expect(run.FunctionError, run.Payload?.transformToString()).toBeUndefined();
  expect(JSON.stringify(await sentMails(engine))).toContain('Night report');
});
