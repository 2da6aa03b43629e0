import { randomUUID } from 'node:crypto';
import { at, fromXml, listOf, toXml } from '../../../endpoint/xml.ts';
import { invalid, malformedXml } from '../error.ts';
import type { Notification, NotificationConfiguration } from './bucket-notifications.ts';

/** The elements of a configuration, with the one in each that names the target, and the service as ARNs have it. */
const KINDS = [
  ['TopicConfiguration', 'Topic', 'sns'],
  ['QueueConfiguration', 'Queue', 'sqs'],
  ['CloudFunctionConfiguration', 'CloudFunction', 'lambda'],
] as const;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html */
export function readConfiguration(body: Buffer): NotificationConfiguration {
  let root: unknown;
  try {
    root = at(fromXml(body.toString()), 'NotificationConfiguration');
  } catch {
    throw malformedXml();
  }
  if (root === undefined) throw malformedXml();
  const notifications = KINDS.flatMap(([kind, target]) =>
    listOf(at(root, kind)).map((one) => readNotification(one, target)),
  );
  return { notifications, eventBridge: at(root, 'EventBridgeConfiguration') !== undefined };
}

function readNotification(element: unknown, target: string): Notification {
  const rules = listOf(at(element, 'Filter', 'S3Key', 'FilterRule')).map((rule) => [
    String(at(rule, 'Name') ?? '').toLowerCase(),
    String(at(rule, 'Value') ?? ''),
  ]);
  if (rules.some(([name]) => name !== 'prefix' && name !== 'suffix'))
    throw invalid('filter rule name must be either prefix or suffix');
  const { prefix, suffix } = Object.fromEntries(rules);
  return {
    id: String(at(element, 'Id') ?? randomUUID()),
    events: listOf(at(element, 'Event')).map(String),
    prefix,
    suffix,
    target: String(at(element, target) ?? ''),
  };
}

export function configurationXml({ notifications, eventBridge }: NotificationConfiguration): string {
  const byKind = KINDS.map(([kind, target, service]) => [
    kind,
    notifications
      .filter((one) => one.target.split(':')[2] === service)
      .map((one) => ({ Id: one.id, [target]: one.target, Event: one.events, ...filterElement(one) })),
  ]);
  return toXml({
    NotificationConfiguration: {
      '@xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/',
      ...Object.fromEntries(byKind),
      ...(eventBridge && { EventBridgeConfiguration: '' }),
    },
  });
}

function filterElement({ prefix, suffix }: Notification): object {
  const FilterRule = [
    ...(prefix === undefined ? [] : [{ Name: 'Prefix', Value: prefix }]),
    ...(suffix === undefined ? [] : [{ Name: 'Suffix', Value: suffix }]),
  ];
  return FilterRule.length === 0 ? {} : { Filter: { S3Key: { FilterRule } } };
}
