import type { BucketDeclaration } from '@tankard/framework/manifest';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { handlersOf, type Lowering } from './lowering.ts';
import { notificationOf } from './notification.ts';

/**
 * A declared bucket with its notifications. S3 tries each function when the notifications are set, so
 * the permissions come first.
 */
export function lowerBucket(
  declaration: BucketDeclaration,
  { manifest, names }: Lowering,
): readonly AnyNode[] {
  const { name, place } = declaration;
  const handlers = handlersOf(manifest, 's3').filter(({ trigger }) => trigger.bucket.name === name);
  const model = { physicalName: names.bucket(name), notifications: handlers.map(notificationOf) };
  const dependsOn = handlers.map((handler) => `permission:${handler.name}` as const);
  return [makeNode('bucket', name, model, { place, dependsOn })];
}
