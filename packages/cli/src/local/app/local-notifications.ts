import type { Graph } from '../../graph/node.ts';
import type { Notification } from '../emulators/s3/notifications/bucket-notifications.ts';
import { nodesOf } from './nodes-of.ts';
import { type LocalPlaces, resolveValue } from './resolve-value.ts';

/** What buckets tell the app's functions, by the buckets' names in AWS. */
export function localNotifications(
  graph: Graph,
  places: LocalPlaces,
): ReadonlyMap<string, readonly Notification[]> {
  const text = (value: Parameters<typeof resolveValue>[0]) => String(resolveValue(value, graph, places));
  return new Map(
    nodesOf(graph, 'notification').map(({ name, model }) => [
      text(model.bucket),
      model.notifications.map(({ function: called, ...notification }) => ({
        ...notification,
        target: text(called),
        bucket: name,
      })),
    ]),
  );
}
