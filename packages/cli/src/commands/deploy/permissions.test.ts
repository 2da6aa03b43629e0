import { expect, test } from 'vitest';
import type { Property } from '../../resources/reconciler.ts';
import { goneStep, wantedStep } from '../testing/plans.ts';
import { isPolicyPath, permissionChanges } from './permissions.ts';

const document = (...Statement: readonly Property[]): Property => ({ Version: '2012-10-17', Statement });
const role = (before: Property | undefined, after: Property) =>
  wantedStep('role:send', {
    action: 'update',
    observed: { attributes: {}, properties: { policy: before } },
    properties: { policy: after },
  });

test('a permission is an action on a resource under a condition', () => {
  const before = document({ Action: ['s3:GetObject', 's3:PutObject'], Resource: ['arn:a', 'arn:b'] });
  const after = document(
    { Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:a' },
    { Action: 'ses:SendEmail', Resource: '*', Condition: { StringEquals: { 'ses:FromAddress': 'a@b.c' } } },
  );
  expect(permissionChanges(role(before, after))).toEqual({
    gained: ['ses:SendEmail on * if {"StringEquals":{"ses:FromAddress":"a@b.c"}}'],
    lost: ['s3:GetObject on arn:b', 's3:PutObject on arn:b'],
  });
});

test('what is never allowed is told apart', () => {
  const allowed = document({ Effect: 'Allow', Action: 'a:B', Resource: '*' });
  const denied = document({ Effect: 'Deny', Action: 'a:B', Resource: '*' });
  expect(permissionChanges(role(allowed, denied))).toEqual({
    gained: ['never a:B on *'],
    lost: ['a:B on *'],
  });
});

test('statements that are cut otherwise change nothing', () => {
  const one = document({ Action: ['a:B', 'a:C'], Resource: '*' });
  const two = document({ Action: 'a:B', Resource: '*' }, { Action: 'a:C', Resource: ['*'] });
  expect(permissionChanges(role(one, two))).toBeUndefined();
});

test('a new role gains all that it may', () => {
  const policy = document({ Action: 'a:B', Resource: '*' });
  const step = wantedStep('role:send', { action: 'create', properties: { policy } });
  expect(permissionChanges(step)).toEqual({ gained: ['a:B on *'], lost: [] });
});

test('a managed policy counts too, and nothing else does', () => {
  const document = { Statement: { Action: 'a:B', Resource: '*' } };
  const properties = { document };
  expect(permissionChanges(wantedStep('policy:send', { action: 'create', properties }))?.gained).toEqual([
    'a:B on *',
  ]);
  expect(permissionChanges(wantedStep('queue-policy:Q', { action: 'create', properties }))).toBeUndefined();
  expect(permissionChanges(goneStep('role:send', 'remove'))).toBeUndefined();
});

test('the paths of a policy are told from other properties', () => {
  const step = role(undefined, document());
  expect(
    ['policy', 'policy.Statement', 'trust', 'policyless'].map((path) => isPolicyPath(step, path)),
  ).toEqual([true, true, false, false]);
});
