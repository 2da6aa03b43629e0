import { describe, expect, it } from 'vitest';
import { statementsFor } from './statements-for.ts';
import { callOf, contextOf, shown, specOf, usageOf } from './testing/given.ts';
import type { FunctionUsage } from './usage.ts';

const orders = {
  kind: 'table',
  name: 'Orders',
  partitionKey: { name: 'id', type: 'string' },
  indexes: [{ name: 'byDate', partitionKey: { name: 'date', type: 'string' } }],
} as const;
const users = { ...orders, name: 'Users', indexes: [] } as const;
const files = { kind: 'bucket', name: 'Files' } as const;
const jobs = { kind: 'queue', name: 'Jobs', fifo: false } as const;
const key = { kind: 'secret', name: 'Key' } as const;
const sender = { kind: 'parameter', name: 'Sender' } as const;
const context = contextOf(orders, users, files, jobs, key, sender);
const plain = specOf('worker', { source: 'lambda' });

const named = (...resources: readonly { readonly kind: string; readonly name: string }[]) =>
  resources.map((resource) => ({ resource, attributes: ['name'], places: [] })) as FunctionUsage['resources'];

/** Each statement as `actions on resources`. */
async function policyOf(usage: Partial<FunctionUsage>, spec = plain) {
  const { statements, notes } = await statementsFor(spec, usageOf(usage), context);
  return {
    policy: statements.map(
      ({ actions, resources }) => `${actions.join(' ')} on ${resources.map(shown).join(' ')}`,
    ),
    notes: notes.map(({ what }) => what),
  };
}

describe('statementsFor', () => {
  it('grants an action on the resource that the call names, and on no other', async () => {
    const calls = [callOf('dynamodb', 'PutItem', { resources: [orders], inputs: ['TableName', 'Item'] })];
    expect(await policyOf({ calls, resources: named(orders, users) })).toEqual({
      policy: ['dynamodb:PutItem on table:Orders'],
      notes: [],
    });
  });

  it('grants on every resource of the service that the function names where the call shows none', async () => {
    const calls = [callOf('dynamodb', 'PutItem')];
    expect((await policyOf({ calls, resources: named(orders, users, files) })).policy).toEqual([
      'dynamodb:PutItem on table:Orders table:Users',
    ]);
  });

  it('includes the indexes of a table only where the call may read one', async () => {
    const query = async (indexes?: { readonly names: readonly string[]; readonly table: boolean }) => {
      const { policy } = await policyOf({
        calls: [callOf('dynamodb', 'Query', { resources: [orders], indexes })],
      });
      return policy;
    };
    expect(await query({ names: [], table: true })).toEqual(['dynamodb:Query on table:Orders']);
    expect(await query({ names: ['byDay'], table: false })).toEqual([
      'dynamodb:Query on table:Orders/index/byDay',
    ]);
    expect(await query({ names: ['byDay'], table: true })).toEqual([
      'dynamodb:Query on table:Orders table:Orders/index/byDay',
    ]);
    expect(await query()).toEqual(['dynamodb:Query on table:Orders table:Orders/index/*']);
  });

  it('includes no index of a table that has none', async () => {
    const calls = [callOf('dynamodb', 'Query', { resources: [users] })];
    expect((await policyOf({ calls })).policy).toEqual(['dynamodb:Query on table:Users']);
  });

  it('puts actions with the same resources into one statement, with a line for each reason', async () => {
    const at = (line: number) => ({ file: 'src/app.ts', line });
    const calls = [
      callOf('dynamodb', 'PutItem', { resources: [users], place: at(9) }),
      callOf('dynamodb', 'GetItem', { resources: [users], place: at(4) }),
    ];
    const { statements } = await statementsFor(plain, usageOf({ calls }), context);
    expect(statements).toHaveLength(1);
    expect(statements[0]?.actions).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
    expect(statements[0]?.because).toEqual([
      { place: at(4), text: 'GetItem' },
      { place: at(9), text: 'PutItem' },
    ]);
  });

  it('tells objects from their bucket', async () => {
    const calls = [
      callOf('s3', 'PutObject', { resources: [files], inputs: ['Bucket', 'Key', 'Tagging'] }),
      callOf('s3', 'ListObjectsV2', { resources: [files] }),
    ];
    expect((await policyOf({ calls })).policy).toEqual([
      's3:ListBucket on bucket:Files',
      's3:PutObject s3:PutObjectTagging on bucket:Files/*',
    ]);
  });

  it('grants everything only where AWS has no resource for the action', async () => {
    const { statements } = await statementsFor(
      plain,
      usageOf({ calls: [callOf('s3', 'ListBuckets')] }),
      context,
    );
    expect(statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [['s3:ListAllMyBuckets'], ['*']],
    ]);
    expect(statements[0]?.because[0]?.text).toBe('ListBuckets, which needs no resource');
  });

  it("limits events to the account's own buses", async () => {
    expect((await policyOf({ calls: [callOf('eventbridge', 'PutEvents')] })).policy).toEqual([
      'events:PutEvents on arn:{partition}:events:{region}:{accountId}:event-bus/*',
    ]);
  });

  it('says what it does not grant because no declared resource is named', async () => {
    expect(
      await policyOf({ calls: [callOf('sqs', 'SendMessage', { resources: [] })], resources: named(jobs) }),
    ).toEqual({
      policy: [],
      notes: ['SendMessage names no queue that the app declares, so sqs:SendMessage is not granted.'],
    });
  });

  it('says what it does not grant because no app declares such a resource', async () => {
    expect((await policyOf({ calls: [callOf('lambda', 'Invoke')] })).notes).toEqual([
      'Invoke needs lambda:InvokeFunction on a function, which an app does not declare.',
    ]);
  });

  it('says which operation IAM does not know', async () => {
    expect((await policyOf({ calls: [callOf('codecatalyst', 'GetSpace')] })).notes).toEqual([
      'IAM has no action for GetSpace of @aws-sdk/client-codecatalyst.',
    ]);
  });

  it('asks for nothing where IAM is not asked', async () => {
    const calls = [callOf('sso-oidc', 'CreateToken')];
    expect(await policyOf({ calls })).toEqual({ policy: [], notes: [] });
  });

  it('says which actions an input that is not seen might need besides', async () => {
    expect(await policyOf({ calls: [callOf('s3', 'HeadObject', { resources: [files] })] })).toEqual({
      policy: ['s3:GetObject on bucket:Files/*'],
      notes: ['The input of HeadObject cannot be seen, so s3:GetObjectVersion is not granted.'],
    });
  });

  it('lets a function read the secrets whose value it takes', async () => {
    const resources = [{ resource: key, attributes: ['value'], places: [{ file: 'src/app.ts', line: 3 }] }];
    expect((await policyOf({ resources })).policy).toEqual(['secretsmanager:GetSecretValue on secret:Key']);
  });

  it('lets a function speak to connections by the methods that it calls, of an app that has some', async () => {
    const websocket = { kind: 'url', name: 'websocket' } as const;
    const places = [{ file: 'src/app.ts', line: 3 }];
    const resources = ['send', 'info', 'url'].map((attribute) => ({
      resource: websocket,
      attributes: [attribute],
      places,
    }));
    const sockets = { ...context, manifest: { ...context.manifest, websocket: { selection: 'x' } } };
    const { statements } = await statementsFor(plain, usageOf({ resources }), sockets);
    expect(statements.map(({ actions, resources: on }) => [actions, on.map(shown)])).toEqual([
      [['execute-api:ManageConnections'], ['websocket-api:websocket GET', 'websocket-api:websocket POST']],
    ]);
    expect((await policyOf({ resources })).policy).toEqual([]);
  });

  it('hands on what could not be seen in the code', async () => {
    const notSeen = [{ place: { file: 'src/app.ts', line: 2 }, what: 'A command.', remedy: 'Name it.' }];
    expect((await policyOf({ notSeen })).notes).toEqual(['A command.']);
  });
});

describe('statementsFor, with mail', () => {
  const send = (parts: object) => callOf('ses', 'SendEmail', parts);
  const identity = 'arn:{partition}:ses:{region}:{accountId}:identity/*';

  async function senders(usage: Partial<FunctionUsage>) {
    const { statements } = await statementsFor(plain, usageOf(usage), context);
    return statements.map(({ actions, resources, conditions }) => [
      actions,
      resources.map(shown),
      conditions,
    ]);
  }

  it('holds mail to the parameter that it is sent from', async () => {
    expect(await senders({ calls: [send({ from: { parameter: 'Sender' } })] })).toEqual([
      [['ses:SendEmail'], [identity], { StringEquals: { 'ses:FromAddress': { $parameter: 'Sender' } } }],
    ]);
  });

  it('holds mail to the address that the code writes', async () => {
    expect(await senders({ calls: [send({ from: { literal: 'a@b.c' } })] })).toEqual([
      [['ses:SendEmail'], [identity], { StringEquals: { 'ses:FromAddress': 'a@b.c' } }],
    ]);
  });

  it('allows every parameter that the function names where the sender is not seen', async () => {
    const reply = { kind: 'parameter', name: 'Reply' } as const;
    expect(await senders({ calls: [send({})], resources: named(sender, reply) })).toEqual([
      [
        ['ses:SendEmail'],
        [identity],
        { StringEquals: { 'ses:FromAddress': [{ $parameter: 'Sender' }, { $parameter: 'Reply' }] } },
      ],
    ]);
  });

  it('grants nothing and says so where nobody can be the sender', async () => {
    expect(await policyOf({ calls: [send({})] })).toEqual({
      policy: [],
      notes: ['SendEmail does not show whom the mail is from, so ses:SendEmail is not granted.'],
    });
  });

  it('adds the configuration set and the template that a mail uses', async () => {
    const calls = [
      callOf('ses', 'SendTemplatedEmail', { from: { literal: 'a@b.c' }, inputs: ['ConfigurationSetName'] }),
    ];
    expect((await policyOf({ calls })).policy).toEqual([
      'ses:SendTemplatedEmail on ' +
        ['configuration-set', 'identity', 'template']
          .map((type) => `arn:{partition}:ses:{region}:{accountId}:${type}/*`)
          .join(' '),
    ]);
  });
});

describe('statementsFor, with permissions', () => {
  const allowed = (...actions: readonly string[]) => [
    { actions, resources: [files, 'arn:aws:s3:::other/*'] },
  ];
  const lambda = { source: 'lambda' } as const;

  it('adds what the user wrote, with the ARNs that the actions take', async () => {
    const spec = specOf('worker', lambda, { permissions: allowed('s3:PutObject') });
    const calls = [callOf('dynamodb', 'GetItem', { resources: [users] })];
    expect((await policyOf({ calls }, spec)).policy).toEqual([
      'dynamodb:GetItem on table:Users',
      's3:PutObject on bucket:Files/* arn:aws:s3:::other/*',
    ]);
  });

  it('fills in the names and ARNs that the user wrote into texts', async () => {
    const permission = {
      actions: ['s3:GetObject'],
      resources: ['{{bucket:Files#arn}}/public/*'],
      conditions: {
        ArnLike: { 'aws:SourceArn': ['{{bucket:Files#arn}}', 'other'] },
        Bool: { 'aws:SecureTransport': 'true' },
      },
    };
    const spec = specOf('worker', lambda, { permissions: [permission] });
    const { statements } = await statementsFor(spec, usageOf({}), context);
    expect(statements).toMatchObject([
      {
        resources: ['ARN of Files/public/*'],
        conditions: {
          ArnLike: { 'aws:SourceArn': ['ARN of Files', 'other'] },
          Bool: { 'aws:SecureTransport': 'true' },
        },
      },
    ]);
  });

  it('stands for a resource and all below it where the actions are a pattern', async () => {
    const spec = specOf('worker', lambda, { permissions: [{ actions: ['s3:Get*'], resources: [files] }] });
    expect((await policyOf({}, spec)).policy).toEqual(['s3:Get* on bucket:Files bucket:Files/*']);
  });

  it('grants nothing but what was written where grants are explicit', async () => {
    const spec = specOf('worker', lambda, { grants: 'explicit', permissions: allowed('s3:PutObject') });
    const calls = [callOf('dynamodb', 'GetItem', { resources: [users] })];
    expect((await policyOf({ calls }, spec)).policy).toEqual([
      's3:PutObject on bucket:Files/* arn:aws:s3:::other/*',
    ]);
  });

  it('lets the configuration turn explicit grants on and off', async () => {
    const calls = [callOf('dynamodb', 'GetItem', { resources: [users] })];
    const count = async (grants: 'explicit' | 'derived', spec = plain) =>
      (await statementsFor(spec, usageOf({ calls }), { ...context, settings: { grants } })).statements.length;
    expect(await count('explicit')).toBe(0);
    expect(await count('derived', specOf('worker', lambda, { grants: 'explicit' }))).toBe(1);
  });

  it('derives, and says so, where only one of the handlers of a function is explicit', async () => {
    const one = specOf('api', lambda, { grants: 'explicit' });
    const spec = { ...one, handlers: [...one.handlers, ...plain.handlers] };
    const calls = [callOf('dynamodb', 'GetItem', { resources: [users] })];
    expect(await policyOf({ calls }, spec)).toEqual({
      policy: ['dynamodb:GetItem on table:Users'],
      notes: ['api asks for explicit grants, but shares the function api with handlers that do not.'],
    });
  });

  it('refuses an action that IAM does not have and tells the nearest', async () => {
    const spec = specOf('worker', lambda, {
      permissions: allowed('s3:PutObjekt', 's3:Get*', 'dynamo:GetItem', 's3:Zz*'),
    });
    const { problems } = await statementsFor(spec, usageOf({}), context);
    expect(problems.map(({ code, message, remedy }) => [code, message, remedy.slice(0, 26)])).toEqual([
      ['PERMISSION_UNKNOWN_ACTION', "IAM has no action 's3:PutObjekt'.", "Write 's3:PutObject'."],
      ['PERMISSION_UNKNOWN_ACTION', "IAM has no action 'dynamo:GetItem'.", "Write 'dynamodb:GetItem'."],
      ['PERMISSION_UNKNOWN_ACTION', "IAM has no action 's3:Zz*'.", 'Write one of https://docs.'],
    ]);
  });
});
