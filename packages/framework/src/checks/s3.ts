import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, S3Trigger } from '../manifest/types.ts';
import { handlerProblem, shown } from './handler-problem.ts';

type Notification = Pick<S3Trigger, 'events' | 'prefix' | 'suffix'>;
type S3Handler = HandlerDeclaration<S3Trigger>;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html */
export const S3_EVENTS: readonly string[] = [
  ...all('ObjectCreated', 'Put', 'Post', 'Copy', 'CompleteMultipartUpload'),
  ...all('ObjectRemoved', 'Delete', 'DeleteMarkerCreated'),
  ...all('ObjectRestore', 'Post', 'Completed', 'Delete'),
  ...all(
    'Replication',
    'OperationFailedReplication',
    'OperationMissedThreshold',
    'OperationReplicatedAfterThreshold',
    'OperationNotTracked',
  ),
  ...all('LifecycleExpiration', 'Delete', 'DeleteMarkerCreated'),
  ...all('ObjectTagging', 'Put', 'Delete'),
  's3:ReducedRedundancyLostObject',
  's3:LifecycleTransition',
  's3:IntelligentTiering',
  's3:ObjectAcl:Put',
];

function all(kind: string, ...names: readonly string[]): string[] {
  return ['*', ...names].map((name) => `s3:${kind}:${name}`);
}

/** Notifications that S3 knows, of which no two take the same one. */
export function checkS3(handlers: readonly S3Handler[]): Problem[] {
  return handlers.flatMap((handler, index) => {
    const earlier = handlers
      .slice(0, index)
      .find(
        (other) =>
          other.trigger.bucket.name === handler.trigger.bucket.name &&
          notificationsOverlap(handler.trigger, other.trigger),
      );
    return [...checkEvents(handler), ...(earlier ? [overlapping(handler, earlier)] : [])];
  });
}

function checkEvents(handler: S3Handler): Problem[] {
  const { events } = handler.trigger;
  const unknown = events.filter((event) => !S3_EVENTS.includes(event));
  if (events.length > 0 && unknown.length === 0) return [];
  const what =
    events.length === 0 ? 'No event of the bucket is named' : `S3 has no event '${unknown.join("', '")}'`;
  return [
    handlerProblem(
      handler,
      'S3_EVENT_UNKNOWN',
      `${what}.`,
      "Write for example events: ['s3:ObjectCreated:*'].",
    ),
  ];
}

/** S3 refuses two notifications of one event where both the beginnings and the ends of keys could be the same. */
export function notificationsOverlap(one: Notification, other: Notification): boolean {
  return (
    one.events.some((event) => other.events.some((its) => sameEvent(event, its))) &&
    (begins(one.prefix, other.prefix) || begins(other.prefix, one.prefix)) &&
    (ends(one.suffix, other.suffix) || ends(other.suffix, one.suffix))
  );
}

function sameEvent(one: string, other: string): boolean {
  return one === other || covers(one, other) || covers(other, one);
}

function covers(wide: string, narrow: string): boolean {
  return wide.endsWith('*') && narrow.startsWith(wide.slice(0, -1));
}

function begins(whole = '', start = ''): boolean {
  return whole.startsWith(start);
}

function ends(whole = '', end = ''): boolean {
  return whole.endsWith(end);
}

function overlapping(handler: S3Handler, other: S3Handler): Problem {
  return handlerProblem(
    handler,
    'S3_EVENTS_OVERLAP',
    `'${handler.name}' and '${other.name}' (${shown(other.place)}) take the same events of the bucket '${handler.trigger.bucket.name}'.`,
    'Give them prefixes or suffixes of which none begins or ends another, or do both things in one handler.',
  );
}
