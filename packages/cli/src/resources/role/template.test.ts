import { expect, test } from 'vitest';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import { pseudo, ref } from '../value.ts';

const trust = {
  Effect: 'Allow',
  Principal: { Service: 'lambda.amazonaws.com' },
  Action: 'sts:AssumeRole',
};

test('a role without statements has no policy', () => {
  const model = { physicalName: 'r', trusts: 'lambda.amazonaws.com', statements: [] };
  expect(rendered('role', model)).toEqual({
    Thing: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'r',
        AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] },
      },
    },
  });
});

test('a role may have a path and a boundary, and a managed policy a path', () => {
  const boundary = 'arn:aws-us-gov:iam::123456789012:policy/Boundary';
  const model = { physicalName: 'r', path: '/team/', trusts: 'lambda.amazonaws.com', statements: [] };
  expect(propertiesOf('role', { ...model, boundary })).toMatchObject({
    Path: '/team/',
    PermissionsBoundary: boundary,
  });
  const policy = { physicalName: 'p', path: '/team/', role: ref('role:x', 'name'), statements: [] };
  expect(propertiesOf('policy', policy).Path).toBe('/team/');
});

test('a trust may have a condition', () => {
  const trustCondition = { StringEquals: { 'aws:SourceAccount': pseudo('accountId') } };
  const model = { physicalName: 'r', trusts: 'lambda.amazonaws.com', trustCondition, statements: [] };
  expect(propertiesOf('role', model).AssumeRolePolicyDocument.Statement).toEqual([
    { ...trust, Condition: trustCondition },
  ]);
});

test('a list of one action or resource is written as the one', () => {
  const statements = [
    { actions: ['s3:GetObject'], resources: ['a'], because: [] },
    {
      actions: ['ses:SendEmail', 'ses:SendRawEmail'],
      resources: ['b', 'c'],
      conditions: { StringEquals: { 'ses:FromAddress': 'x@example.com' } },
      because: [],
    },
  ];
  const [policy] = propertiesOf('role', { physicalName: 'r', trusts: 's', statements }).Policies;
  expect(policy.PolicyDocument.Statement).toEqual([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'a' },
    {
      Effect: 'Allow',
      Action: ['ses:SendEmail', 'ses:SendRawEmail'],
      Resource: ['b', 'c'],
      Condition: { StringEquals: { 'ses:FromAddress': 'x@example.com' } },
    },
  ]);
});

test('a managed policy is attached to its role', () => {
  const statements = [{ actions: ['s3:GetObject'], resources: ['a'], because: [] }];
  expect(
    rendered('policy', { physicalName: 'p', role: { $ref: 'role:x', attribute: 'name' }, statements }),
  ).toEqual({
    Thing: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: 'p',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'a' }],
        },
        Roles: [{ $ref: 'role:x', attribute: 'name' }],
      },
    },
  });
});
