import type { S3Trigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { pseudo, ref } from '../../resources/value.ts';
import { graphOf, handler } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const created: S3Trigger = {
  source: 's3',
  bucket: { kind: 'bucket', name: 'Uploads' },
  events: ['s3:ObjectCreated:*'],
  prefix: 'in/',
  suffix: '.zip',
};

test('a bucket holds the notifications of its handlers and comes after their permissions', () => {
  const graph = graphOf([handler('unzip', created)], [{ kind: 'bucket', name: 'Uploads' }]);
  const bucket = nodeOf(graph, 'bucket', 'Uploads');
  expect(bucket.dependsOn).toEqual(['permission:unzip']);
  expect(bucket.model.notifications).toEqual([
    {
      id: 'unzip',
      events: ['s3:ObjectCreated:*'],
      prefix: 'in/',
      suffix: '.zip',
      function: ref('function:unzip', 'arn'),
    },
  ]);
});

test('S3 may call the function for this bucket of this account only', () => {
  const graph = graphOf([handler('unzip', created)], [{ kind: 'bucket', name: 'Uploads' }]);
  const { principal, sourceArn, sourceAccount } = nodeOf(graph, 'permission', 'unzip').model;
  expect(principal).toBe('s3.amazonaws.com');
  expect(valueText(sourceArn)).toBe('arn:{partition}:s3:::shop-dev-uploads-{accountId}-{region}');
  expect(sourceAccount).toEqual(pseudo('accountId'));
});

test('an existing bucket is not a node, and its handler has its permission', () => {
  const graph = graphOf([handler('unzip', created)], [{ kind: 'bucket', name: 'Uploads', existing: 'old' }]);
  expect(idsOf(graph, 'bucket', 'permission')).toEqual(['permission:unzip']);
});
