import { GetFunctionCommand } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBucketName } from '../packages/cli/src/aws/code-bucket.ts';
import { functionReconciler } from '../packages/cli/src/resources/function/reconcile.ts';
import { layerDescription } from '../packages/cli/src/resources/layer/description.ts';
import { layerReconciler } from '../packages/cli/src/resources/layer/reconcile.ts';
import { logGroupReconciler } from '../packages/cli/src/resources/log-group/reconcile.ts';
import { permissionReconciler } from '../packages/cli/src/resources/permission/reconcile.ts';
import { policyReconciler } from '../packages/cli/src/resources/policy/reconcile.ts';
import type { Found, ReconcileContext } from '../packages/cli/src/resources/reconciler.ts';
import { roleReconciler } from '../packages/cli/src/resources/role/reconcile.ts';
import { testLife } from './engines/lifecycle.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { bring, type Reconciling, startReconciling } from './engines/reconciling.ts';

const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:000000000000:${rest}`;
const iamArn = (rest: string) => `arn:aws:iam::000000000000:${rest}`;

/** A zip without entries, and with its name as its comment so that it differs from others. */
function zipOf(name: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16LE(name.length);
  return Buffer.concat([Buffer.from(`504b0506${'00'.repeat(16)}`, 'hex'), length, Buffer.from(name)]);
}
/** Over what one call may carry: what stands before a zip's end is no part of it. */
const largeZipOf = (name: string) => Buffer.concat([Buffer.alloc(51 * 1024 * 1024), zipOf(name)]);

let engine: MiniStack;
let deploy: Reconciling;
beforeAll(async () => {
  engine = await startMiniStack();
  const started = await startReconciling(engine);
  const zip = async (name: string) => (name.startsWith('large') ? largeZipOf(name) : zipOf(name));
  const withZips = (context: ReconcileContext): ReconcileContext => ({ ...context, zip });
  deploy = {
    ...started,
    context: withZips(started.context),
    tagged: (tags) => withZips(started.tagged(tags)),
  };
});
afterAll(async () => {
  await deploy?.stop();
  await engine?.stop();
});

const read = { actions: ['s3:GetObject'], resources: ['arn:aws:s3:::files/*'], because: [] };
const write = {
  actions: ['s3:PutObject', 's3:DeleteObject'],
  resources: ['arn:aws:s3:::files/*'],
  because: [],
};

describe('a role', () => {
  const plain = { physicalName: 'shop-dev-send-us-east-1', trusts: 'lambda.amazonaws.com', statements: [] };
  testLife(() => deploy, {
    reconciler: roleReconciler,
    models: () => [
      ['without a policy', plain],
      ['with a policy', { ...plain, statements: [read] }],
      ['with a wider one', { ...plain, statements: [read, write] }],
      [
        'with a condition',
        {
          ...plain,
          trusts: 'scheduler.amazonaws.com',
          trustCondition: { StringEquals: { 'aws:SourceAccount': '000000000000' } },
          statements: [{ ...read, conditions: { StringEquals: { 'aws:RequestedRegion': ['a', 'b'] } } }],
        },
      ],
      ['without a policy again', plain],
      ['with a boundary', { ...plain, boundary: iamArn('policy/Boundary') }],
      ['with another one', { ...plain, boundary: iamArn('policy/Narrow'), statements: [read] }],
      ['without one', plain],
    ],
    attributes: () => ({ name: plain.physicalName, arn: iamArn(`role/${plain.physicalName}`) }),
  });
});

describe('a role in a path', () => {
  const model = {
    physicalName: 'shop-dev-mail-a1b2c3-us-east-1',
    path: '/team/',
    boundary: iamArn('policy/Boundary'),
    trusts: 'lambda.amazonaws.com',
    statements: [read],
  };
  testLife(() => deploy, {
    reconciler: roleReconciler,
    models: () => [['with a boundary from the start', model]],
    attributes: () => ({ arn: iamArn(`role/team/${model.physicalName}`) }),
  });
});

describe('a managed policy in a path', () => {
  const model = {
    physicalName: 'shop-dev-a-us-east-1',
    path: '/team/',
    role: 'shop-dev-a',
    statements: [read],
  };
  beforeAll(async () => {
    const role = { physicalName: 'shop-dev-a', trusts: 'lambda.amazonaws.com', statements: [] };
    await bring(roleReconciler, role, deploy.context);
  });
  testLife(() => deploy, {
    reconciler: policyReconciler,
    models: () => [['in a path', model]],
    attributes: () => ({ arn: iamArn(`policy/team/${model.physicalName}`) }),
  });
});

describe('a managed policy', () => {
  const plain = { physicalName: 'shop-dev-send-1-us-east-1', role: 'shop-dev-one', statements: [read] };
  beforeAll(async () => {
    const role = { trusts: 'lambda.amazonaws.com', statements: [] };
    await bring(roleReconciler, { ...role, physicalName: 'shop-dev-one' }, deploy.context);
    await bring(roleReconciler, { ...role, physicalName: 'shop-dev-two' }, deploy.context);
  });
  testLife(() => deploy, {
    reconciler: policyReconciler,
    models: () => [
      ['one statement', plain],
      ...Array.from({ length: 6 }, (_, index) => {
        const statements = [{ ...write, actions: [`s3:Do${index}`] }];
        return [`version ${index + 2}`, { ...plain, statements }] as const;
      }),
      ['another role', { ...plain, role: 'shop-dev-two' }],
    ],
    attributes: () => ({ arn: iamArn(`policy/${plain.physicalName}`) }),
  });
});

describe('a log group', () => {
  const physicalName = '/aws/lambda/shop-dev-send';
  testLife(() => deploy, {
    reconciler: logGroupReconciler,
    models: () => [
      ['30 days', { physicalName, retention: 30 }],
      ['a year', { physicalName, retention: 365 }],
    ],
    attributes: () => ({ name: physicalName, arn: arn('logs', `log-group:${physicalName}`) }),
  });
});

const mail = {
  physicalName: 'shop-dev-mail',
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  architecture: 'arm64',
  memory: 256,
  timeout: 30,
  environment: {},
  code: { zip: 'mail.zip', digest: '1' },
  role: iamArn('role/r'),
  logGroup: '/aws/lambda/shop-dev-mail',
  logLevel: 'INFO',
  tracing: false,
  layers: [],
} as const;

const vpc = { subnets: ['subnet-0b', 'subnet-0a'], securityGroups: ['sg-0a'], ipv6: false };

describe('a function', () => {
  testLife(() => deploy, {
    reconciler: functionReconciler,
    models: () => [
      ['plain', mail],
      [
        'with everything',
        { ...mail, memory: 512, timeout: 60, description: 'Mails', tracing: true, logLevel: 'WARN' },
      ],
      ['with variables', { ...mail, environment: { SENDER: 'me', RECEIVER: 'you' } }],
      ['with one variable less', { ...mail, environment: { SENDER: 'me' } }],
      ['on the other architecture', { ...mail, architecture: 'x86_64' }],
      ['with another log group', { ...mail, logGroup: '/aws/lambda/shop-dev-send' }],
      ['with reserved concurrency', { ...mail, reservedConcurrency: 2 }],
      ['without it', mail],
      ['in a network', { ...mail, vpc }],
      ['in another one', { ...mail, vpc: { ...vpc, subnets: ['subnet-0c'], ipv6: true } }],
      ['in none', mail],
      ['with other code', { ...mail, code: { zip: 'other.zip', digest: '2' } }],
    ],
    attributes: () => ({ name: mail.physicalName, arn: arn('lambda', 'function:shop-dev-mail') }),
  });

  it('is changed before its code, in a call each', async () => {
    const first = await bring(functionReconciler, mail, deploy.context);
    deploy.proxy.forget();
    const changed = { ...mail, memory: 1024, code: { zip: 'new.zip', digest: '3' } };
    await bring(functionReconciler, changed, deploy.context, first.made);
    expect(deploy.proxy.mutations()).toEqual([
      'lambda PUT /2015-03-31/functions/shop-dev-mail/configuration',
      'lambda PUT /2015-03-31/functions/shop-dev-mail/code',
    ]);
  });

  it('goes through a bucket where it is too large for a call, and leaves nothing there', async () => {
    const large = { ...mail, physicalName: 'shop-dev-large', code: { zip: 'large.zip', digest: '4' } };
    const { made, different } = await bring(functionReconciler, large, deploy.context);
    expect(different).toEqual([]);
    const { clients, scope } = deploy.context;
    const lambda = await clients.lambda();
    const { Configuration } = await lambda.send(new GetFunctionCommand({ FunctionName: 'shop-dev-large' }));
    expect(Configuration?.CodeSha256).toBe(made.facts?.sha256);
    const s3 = await clients.s3();
    const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: codeBucketName(scope) }));
    expect(KeyCount).toBe(0);
    deploy.proxy.forget();
    const changed = { ...large, code: { zip: 'larger.zip', digest: '5' } };
    await bring(functionReconciler, changed, deploy.context, made);
    expect(deploy.proxy.mutations().map((call) => call.replace(/(tankard-code-\S+\/)\S+/, '$1zip'))).toEqual([
      `s3 PUT /${codeBucketName(scope)}/zip`,
      'lambda PUT /2015-03-31/functions/shop-dev-large/code',
      `s3 DELETE /${codeBucketName(scope)}/zip`,
    ]);
  });
});

describe('a permission', () => {
  const model = {
    function: arn('lambda', 'function:shop-dev-mail'),
    principal: 's3.amazonaws.com',
    sourceArn: 'arn:aws:s3:::files',
    sourceAccount: '000000000000',
  };
  beforeAll(async () => {
    await bring(functionReconciler, mail, deploy.context);
  });
  const parents = (): Found[] => [
    { kind: 'function', name: 'mail', key: { name: 'shop-dev-mail' }, attributes: { arn: model.function } },
  ];
  testLife(() => deploy, {
    reconciler: permissionReconciler,
    models: () => [['for a bucket', model]],
    parents,
  });

  it('has another key where it says something else', () => {
    const { scope } = deploy.context;
    const key = permissionReconciler.key(model, scope);
    expect(permissionReconciler.key({ ...model, sourceArn: 'arn:aws:s3:::others' }, scope)).not.toEqual(key);
  });
});

describe('a layer', () => {
  const model = {
    physicalName: 'shop-dev-sdk',
    description: layerDescription('shop', 'dev', '0123456789abcdef'),
    zip: 'sdk.zip',
    digest: '0123456789abcdef',
    architectures: ['arm64', 'x86_64'],
  } as const;
  testLife(() => deploy, {
    reconciler: layerReconciler,
    models: () => [['of one digest', model]],
    attributes: () => ({ arn: expect.stringContaining('layer:shop-dev-sdk:') }),
  });
});
