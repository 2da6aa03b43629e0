import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipEntries } from '../packages/cli/src/build/zip/zip-entries.ts';
import { functionUrlReconciler } from '../packages/cli/src/resources/function-url/reconcile.ts';
import { permissionReconciler } from '../packages/cli/src/resources/permission/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { type Reconciling, startReconciling } from './engines/reconciling.ts';

const code = { name: 'index.js', content: Buffer.from('exports.handler = async () => 1;'), mode: 0o644 };

let engine: MiniStack;
let deploy: Reconciling;
let called = '';
beforeAll(async () => {
  engine = await startMiniStack();
  deploy = await startReconciling(engine);
  const made = await new LambdaClient(engine.client).send(
    new CreateFunctionCommand({
      FunctionName: 'shop-dev-api',
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/shop-dev-api',
      Code: { ZipFile: await zipEntries({ entries: [code], digest: '1' }) },
    }),
  );
  called = made.FunctionArn ?? '';
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const parents = () => [{ kind: 'function', name: 'api', key: {}, attributes: { arn: called } }] as const;

describe('a function URL', () => {
  const cors = {
    origins: ['https://b.example', 'https://a.example'],
    methods: ['GET', 'POST'],
    headers: ['Content-Type', 'Authorization'],
    exposeHeaders: ['ETag'],
    maxAge: 600,
    credentials: true,
  };
  testLife(() => deploy, {
    reconciler: functionUrlReconciler,
    models: () => [
      ['open to all', { function: called, auth: 'NONE' }],
      ['with answers for other origins', { function: called, auth: 'NONE', cors }],
      ['with fewer', { function: called, auth: 'NONE', cors: { ...cors, maxAge: 0, credentials: false } }],
      ['for who signs', { function: called, auth: 'AWS_IAM' }],
      ['that streams', { function: called, auth: 'AWS_IAM', stream: true }],
      ['open again', { function: called, auth: 'NONE' }],
    ],
    parents,
  });
});

describe.each(['call', 'invoke'] as const)('the permission for everybody to %s it', (url) => {
  testLife(() => deploy, {
    reconciler: permissionReconciler,
    models: () => [['as it is', { function: called, principal: '*', url }]],
    parents,
  });
});

it('leaves nothing of itself in the policy of its function', async () => {
  expect(await permissionReconciler.list?.(deploy.context, parents())).toEqual([]);
});
