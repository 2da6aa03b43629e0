import type { HandlerDeclaration, S3Trigger } from '@tankard/framework/manifest';
import type { BucketNotification } from '../../resources/bucket/model.ts';
import { ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';

/** What a bucket tells one handler. */
export function notificationOf({ name, trigger }: HandlerDeclaration<S3Trigger>): BucketNotification {
  const { events, prefix, suffix } = trigger;
  return { id: name, events, prefix, suffix, function: ref(`function:${name}`, 'arn') };
}

/**
 * One node a bucket, ours or an existing one, with all that it tells the app. S3 tries each function
 * when the notifications are set, so the permissions come first.
 */
export function lowerNotifications(
  handlers: readonly HandlerDeclaration<S3Trigger>[],
  { manifest, values }: Lowering,
): readonly AnyNode[] {
  const byBucket = Map.groupBy(handlers, ({ trigger }) => trigger.bucket.name);
  return [...byBucket].flatMap(([name, listening]) => {
    const [first] = listening;
    if (!first) return [];
    const declared = manifest.resources.some(
      (one) => one.kind === 'bucket' && one.name === name && one.existing === undefined,
    );
    const model = {
      bucket: values.name(first.trigger.bucket),
      notifications: listening.map(notificationOf),
    };
    const dependsOn = [
      ...(declared ? [`bucket:${name}` as const] : []),
      ...listening.map((handler) => `permission:${handler.name}` as const),
    ];
    return [makeNode('notification', name, model, { place: first.place, dependsOn })];
  });
}
