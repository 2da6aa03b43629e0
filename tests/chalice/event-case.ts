import {
  App,
  type BusEvent,
  type DisconnectEvent,
  type DynamoDBRecord,
  type Handler,
  type KinesisRecord,
  type S3Event,
  type SnsMessage,
  type SqsMessage,
  type WebsocketMessage,
} from '@tankard/framework';
import { testContext } from '@tankard/framework/testing';

/** A case of event_decoding. */
export interface EventCase {
  readonly name: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly expected?: Record<string, unknown>;
  readonly expected_records?: readonly Record<string, unknown>[];
  readonly raises?: { readonly type: string; readonly message: string };
  readonly to_dict_is_payload?: boolean;
}

export type RaisingCase = EventCase & Required<Pick<EventCase, 'raises'>>;

/** What a handler saw: what Chalice's names are for us, and the raw form. */
export interface Seen {
  readonly fields: Record<string, unknown>;
  readonly raw: unknown;
}

/** The kinds that are decoded here. */
export const EVENT_KINDS = [
  's3',
  'sns',
  'sqs',
  'cloudwatch',
  'schedule',
  'kinesis',
  'dynamodb',
  'websocket',
] as const;

type Reader = (app: App, seen: Seen[], payload: EventCase['payload']) => Handler<never[]>;

const READERS: Readonly<Record<(typeof EVENT_KINDS)[number], Reader>> = {
  s3: (app, seen) => app.onS3Event('mybucket', noting(seen, s3Fields)),
  sns: (app, seen) => app.onSnsMessage('topic', noting(seen, snsFields)),
  sqs: (app, seen) => app.onSqsMessage('q', noting(seen, sqsFields)),
  cloudwatch: (app, seen) => app.onEvent({ source: ['aws.ec2'] }, noting(seen, busFields)),
  schedule: (app, seen) => app.schedule('rate(1 hour)', noting(seen, busFields)),
  kinesis: (app, seen) => app.onKinesisRecord('s', noting(seen, kinesisFields)),
  dynamodb: (app, seen) => app.onDynamoDBRecord('MyTable', noting(seen, dynamodbFields)),
  websocket: (app, seen, { requestContext }) =>
    (requestContext as { routeKey: string }).routeKey === '$default'
      ? app.websocket('$default', noting(seen, messageFields))
      : app.websocket('$disconnect', noting(seen, socketFields)),
};

/** Sends a payload to a handler of its kind. @throws what the adapter throws */
export async function decode({ kind, payload }: EventCase): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  const reader = READERS[kind as keyof typeof READERS];
  if (!reader) throw new Error(`The cases have a kind of event that is not known here: ${kind}.`);
  await reader(new App('events'), seen, payload)(payload, testContext());
  return seen;
}

/** Python's None is null, its UTC times are dates, its bytes base64. */
export function eventExpectation(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if ('$utc' in value) return new Date(String(value.$utc));
  if ('$bytes_b64' in value) return Uint8Array.from(Buffer.from(String(value.$bytes_b64), 'base64'));
  return value;
}

function noting<E extends { readonly raw: unknown }>(seen: Seen[], fields: (event: E) => object) {
  return (event: E): void => {
    seen.push({ fields: eventExpectation(fields(event)), raw: event.raw });
  };
}

function socketFields({ connection, requestContext }: DisconnectEvent | WebsocketMessage): object {
  const { domainName: domain_name, stage } = requestContext;
  return { domain_name, stage, connection_id: connection.id };
}

function messageFields(message: WebsocketMessage): object {
  return { ...socketFields(message), body: message.text(), json_body: orRaised(() => message.json()) };
}

function orRaised(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return { $raises: (error as Error).name, message: (error as Error).message };
  }
}

function s3Fields(event: S3Event): object {
  return { bucket: event.bucket, key: event.key };
}

function snsFields(message: SnsMessage): object {
  return {
    message: message.message,
    subject: message.subject,
    message_attributes: message.raw.Sns.MessageAttributes,
  };
}

function sqsFields(message: SqsMessage): object {
  return { body: message.body, receipt_handle: message.receiptHandle };
}

function busFields(event: BusEvent): object {
  const { account, detail, detailType, id, region, resources, source } = event;
  const raw = event.raw as { readonly version?: unknown; readonly time?: unknown };
  const time = raw.time === undefined ? undefined : event.time.toISOString().replace('.000Z', 'Z');
  const names = { account, region, detail, source, resources, time };
  return { ...names, version: raw.version, detail_type: detailType, event_id: id };
}

function kinesisFields(record: KinesisRecord): object {
  return {
    data: record.bytes(),
    sequence_number: record.sequenceNumber,
    partition_key: record.partitionKey,
    schema_version: (record.raw.kinesis as { kinesisSchemaVersion?: string }).kinesisSchemaVersion,
    timestamp: record.time,
  };
}

function dynamodbFields(record: DynamoDBRecord): object {
  const raw = record.raw as typeof record.raw & { readonly awsRegion?: string };
  const change = raw.dynamodb as typeof raw.dynamodb & { SizeBytes?: number; StreamViewType?: string };
  return {
    timestamp: record.time,
    keys: record.keys,
    new_image: record.newImage,
    old_image: record.oldImage,
    sequence_number: record.sequenceNumber,
    size_bytes: change.SizeBytes,
    stream_view_type: change.StreamViewType,
    aws_region: raw.awsRegion,
    event_id: record.eventId,
    event_name: record.eventName,
    event_source_arn: raw.eventSourceARN,
    table_name: raw.eventSourceARN.split('/')[1],
  };
}
