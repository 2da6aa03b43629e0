import { randomUUID } from 'node:crypto';
import { notificationsOverlap, S3_EVENTS } from '@tankard/framework/rules';
import type { Cause } from '../../../invocations/cause.ts';
import { bodyOf } from '../body.ts';
import { type S3Context, type S3Handler, xmlAnswer } from '../context.ts';
import { invalid } from '../error.ts';
import type { Notification } from './bucket-notifications.ts';
import { configurationXml, readConfiguration } from './configuration-xml.ts';
import { SUBJECT } from './notifier.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export const getBucketNotification: S3Handler = async ({ store, notifications }, { bucket }) =>
  xmlAnswer(configurationXml(notifications.of(store.bucket(bucket).name)));

/** What was there before is replaced. Queues and topics that are new get a test event, which tells that they are there. */
export const putBucketNotification: S3Handler = async (context, { request, bucket }) => {
  const { name } = context.store.bucket(bucket);
  const wanted = readConfiguration(bodyOf(request).bytes);
  check(wanted.notifications);
  const before = context.notifications.of(name).notifications;
  const added = wanted.notifications.filter(({ target }) => !before.some((one) => one.target === target));
  const after = request.caller?.invocation ? [request.caller.invocation] : [];
  const cause = { by: 's3', what: `bucket ${name}`, after } as const;
  if (request.headers['x-amz-skip-destination-validation'] !== 'true')
    await Promise.all(added.map(({ target }) => sendTestEvent(context, name, target, cause)));
  context.notifications.set(name, wanted);
  return { status: 200, headers: {} };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
async function sendTestEvent(
  { targets }: S3Context,
  bucket: string,
  target: string,
  cause: Cause,
): Promise<void> {
  if (target.split(':')[2] === 'lambda') return;
  const Time = new Date().toISOString();
  const ids = { RequestId: randomUUID(), HostId: 'local' };
  const event = { Service: 'Amazon S3', Event: 's3:TestEvent', Time, Bucket: bucket, ...ids };
  try {
    await targets.send(target, { body: JSON.stringify(event), cause, subject: SUBJECT });
  } catch {
    throw invalid('Unable to validate the following destination configurations');
  }
}

function check(notifications: readonly Notification[]): void {
  const events = notifications.flatMap((one) => one.events);
  const unknown = events.find((event) => !S3_EVENTS.includes(event));
  if (unknown !== undefined) throw invalid(`The event '${unknown}' is not supported for notifications`);
  if (
    notifications.some((one) => !/^arn:[^:]+:(lambda|sqs|sns):/.test(one.target) || one.events.length === 0)
  )
    throw invalid('The ARN could not be parsed');
  const overlaps = notifications.some((one, index) =>
    notifications.slice(0, index).some((other) => notificationsOverlap(one, other)),
  );
  if (overlaps)
    throw invalid(
      'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
    );
}
