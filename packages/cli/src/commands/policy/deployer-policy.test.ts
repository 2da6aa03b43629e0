import { expect, test } from 'vitest';
import { configOf, graphOf, handler } from '../../graph/testing/given.ts';
import { type DeployerChoice, deployerPolicy } from './deployer-policy.ts';

interface Document {
  readonly Statement: readonly {
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: unknown;
  }[];
}
const place = { account: '123456789012', region: 'eu-central-1' };
const tick = handler('tick', { source: 'schedule', expression: 'rate(1 hour)', via: 'scheduler' });

function policyFor(
  config: Parameters<typeof configOf>[0] = {},
  where = place,
  choice: DeployerChoice = {},
): Document {
  const resources = [{ kind: 'bucket', name: 'Files' } as const];
  const graph = graphOf([tick], resources, configOf(config));
  return deployerPolicy(graph, config, where, choice) as unknown as Document;
}
const about = ({ Statement }: Document, action: string) =>
  Statement.filter(({ Action }) => [Action].flat().includes(action)).map(({ Resource, Condition }) => ({
    on: Resource,
    ...(Condition ? { if: Condition } : {}),
  }));

test('roles are handed to the services that use them only, and only those of the app', () => {
  const on = 'arn:aws:iam::123456789012:role/shop-dev-*-eu-central-1';
  const to = (service: string) => ({
    on,
    if: { StringEquals: { 'iam:PassedToService': `${service}.amazonaws.com` } },
  });
  expect(about(policyFor(), 'iam:PassRole')).toEqual([to('lambda'), to('scheduler')]);
});

test('with a boundary no role is made or changed without it, and none loses it', () => {
  const config = { permissionsBoundary: 'Boundary', rolePath: '/team/' };
  const bounded = [
    {
      on: 'arn:aws:iam::123456789012:role/team/shop-dev-*-eu-central-1',
      if: { ArnEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/Boundary' } },
    },
  ];
  for (const action of ['iam:CreateRole', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'])
    expect(about(policyFor(config), action)).toEqual(bounded);
  expect(about(policyFor(config), 'iam:DeleteRolePermissionsBoundary')).toEqual([]);
});

test('what holds data can be removed only with a policy that says so', () => {
  expect(about(policyFor(), 's3:DeleteBucket')).toEqual([]);
  const on = 'arn:aws:s3:::shop-dev-*-123456789012-eu-central-1';
  expect(about(policyFor({}, place, { withData: true }), 's3:DeleteBucket')).toEqual([{ on }]);
});

test('a plan gets only what looks', () => {
  const { Statement } = policyFor({ state: 's3://team-state/' }, place, { readOnly: true });
  const actions = Statement.flatMap(({ Action }) => Action);
  expect(actions).toEqual(expect.arrayContaining(['lambda:GetFunction', 'iam:GetRole', 's3:GetObject']));
  expect(actions.filter((action) => !/:(Get|List|Describe|GET)/.test(action))).toEqual([]);
});

test('the state of a team is kept below its prefix', () => {
  const policy = policyFor({ state: 's3://team-state/tankard/' });
  const [objects] = about(policy, 's3:GetObject');
  expect(objects?.on).toEqual([
    'arn:aws:s3:::tankard-code-123456789012-eu-central-1/*',
    'arn:aws:s3:::team-state/tankard/*',
  ]);
});

test('calls for kinds that the app does not have are only those that look for them', () => {
  expect(about(policyFor(), 'sqs:ListQueues')).toEqual([{ on: '*' }]);
  expect(about(policyFor(), 'sqs:CreateQueue')).toEqual([]);
});

test('the region tells the partition; without one, and without an account, any is meant', () => {
  const inChina = { account: '123456789012', region: 'cn-north-1' };
  const [group] = about(policyFor({}, inChina), 'scheduler:CreateScheduleGroup');
  expect(group?.on).toBe('arn:aws-cn:scheduler:cn-north-1:123456789012:schedule-group/shop-dev');
  const [anywhere] = about(policyFor({}, {} as typeof place), 'scheduler:CreateScheduleGroup');
  expect(anywhere?.on).toBe('arn:aws:scheduler:*:*:schedule-group/shop-dev');
});

test('a pattern that another one covers is not said', () => {
  const listener = handler('unzip', {
    source: 's3',
    bucket: { kind: 'bucket', name: 'Files' },
    events: ['s3:ObjectCreated:*'],
  });
  const graph = graphOf([listener], [{ kind: 'bucket', name: 'Files' }]);
  const policy = deployerPolicy(graph, {}, place) as unknown as Document;
  expect(about(policy, 's3:PutBucketNotification')).toEqual([
    { on: 'arn:aws:s3:::shop-dev-*-123456789012-eu-central-1' },
  ]);
});
