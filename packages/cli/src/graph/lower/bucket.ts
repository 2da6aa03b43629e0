import type { BucketDeclaration, HandlerDeclaration, S3Trigger } from '@tankard/framework/manifest';
import type { BucketNotification } from '../../resources/bucket/model.ts';
import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { handlersOf, type Lowering } from './lowering.ts';

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
  const model = { physicalName: names.bucket(name), notifications: handlers.map(notification) };
  const dependsOn = handlers.map((handler) => `permission:${handler.name}` as const);
  return [makeNode('bucket', name, model, { place, dependsOn })];
}

function notification({ name, trigger }: HandlerDeclaration<S3Trigger>): BucketNotification {
  const { events, prefix, suffix } = trigger;
  return { id: name, events, prefix, suffix, function: ref(`function:${name}`, 'arn') };
}
