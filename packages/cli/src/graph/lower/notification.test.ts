import type { S3Trigger } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { graphOf, handler } from '../testing/given.ts';
import { idsOf, nodeOf } from '../testing/node-of.ts';
import { valueText } from '../testing/value-text.ts';

const created: S3Trigger = {
  source: 's3',
  bucket: { kind: 'bucket', name: 'Uploads' },
  events: ['s3:ObjectCreated:*'],
};
const handlers = [handler('unzip', created), handler('index', { ...created, prefix: 'in/' })];

test('what a bucket of our own tells comes after the bucket and the permissions', () => {
  const graph = graphOf(handlers, [{ kind: 'bucket', name: 'Uploads' }]);
  const { model, dependsOn } = nodeOf(graph, 'notification', 'Uploads');
  expect(valueText(model.bucket)).toBe(valueText(nodeOf(graph, 'bucket', 'Uploads').model.physicalName));
  expect(model.notifications).toEqual(nodeOf(graph, 'bucket', 'Uploads').model.notifications);
  expect(model.notifications.map(({ id }) => id)).toEqual(['unzip', 'index']);
  expect(dependsOn).toEqual(['bucket:Uploads', 'permission:unzip', 'permission:index']);
});

test('an existing bucket tells by its own name', () => {
  const graph = graphOf(handlers, [{ kind: 'bucket', name: 'Uploads', existing: 'old' }]);
  const { model, dependsOn } = nodeOf(graph, 'notification', 'Uploads');
  expect(valueText(model.bucket)).toBe('{param ExistingOldBucketName}');
  expect(dependsOn).toEqual(['permission:unzip', 'permission:index']);
});

test('a bucket that nobody listens to tells nothing', () => {
  expect(idsOf(graphOf([], [{ kind: 'bucket', name: 'Uploads' }]), 'notification')).toEqual([]);
});
