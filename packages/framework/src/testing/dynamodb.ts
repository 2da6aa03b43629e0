import { randomUUID } from 'node:crypto';
import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawDynamoDBRecord } from '../events/dynamodb-record.ts';
import { type Table, tableDeclaration } from '../resources/table.ts';
import { type BatchOutcome, batchOutcome } from './batch-outcome.ts';
import { encodeItem } from './encode-item.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { REGION, targetArn, testArn } from './origin.ts';

/** A change of one item as a test says it, in plain values; without an old image an insert, without a new one a removal. */
export interface DynamoDBInput {
  readonly newImage?: object | undefined;
  readonly oldImage?: object | undefined;
  /** Removed by DynamoDB because its time was over. */
  readonly expired?: boolean | undefined;
}

/** Sends to the handler of a table's stream. The mapping's filters, `events` included, are not applied. */
export interface DynamoDBClient {
  insert(item: object): Promise<BatchOutcome<RawDynamoDBRecord>>;
  modify(from: object, to: object): Promise<BatchOutcome<RawDynamoDBRecord>>;
  remove(item: object, more?: Pick<DynamoDBInput, 'expired'>): Promise<BatchOutcome<RawDynamoDBRecord>>;
  /** One batch. */
  sendBatch(changes: readonly DynamoDBInput[]): Promise<BatchOutcome<RawDynamoDBRecord>>;
}

/** Of which table the records are. */
export interface DynamoDBOrigin {
  /** The stream's ARN. */
  readonly streamArn?: string | undefined;
  /** The names of the key attributes; default: the whole item. */
  readonly keys?: readonly string[] | undefined;
}

/**
 * The event of a batch of changes.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
 */
export function dynamodbEvent(
  changes: readonly DynamoDBInput[],
  origin: DynamoDBOrigin = {},
): { readonly Records: readonly RawDynamoDBRecord[] } {
  return { Records: changes.map((change, index) => record(change, index, origin)) };
}

function record(
  { newImage, oldImage, expired }: DynamoDBInput,
  index: number,
  origin: DynamoDBOrigin,
): RawDynamoDBRecord {
  const image = newImage ?? oldImage;
  if (!image) throw new TypeError('A change has a new image, an old one, or both.');
  const isKey = ([name]: [string, unknown]) => !origin.keys || origin.keys.includes(name);
  return {
    eventID: randomUUID().replaceAll('-', ''),
    eventName: !oldImage ? 'INSERT' : newImage ? 'MODIFY' : 'REMOVE',
    ...{ eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: REGION },
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
      Keys: encodeItem(Object.fromEntries(Object.entries(image).filter(isKey))),
      ...(newImage && { NewImage: encodeItem(newImage) }),
      ...(oldImage && { OldImage: encodeItem(oldImage) }),
      SequenceNumber: String(4421584500000000017450439091n + BigInt(index)),
      ...{ SizeBytes: JSON.stringify(encodeItem(image)).length, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    },
    eventSourceARN: origin.streamArn ?? testArn('dynamodb', 'table/test/stream/2026-01-01T00:00:00.000'),
    ...(expired && { userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } }),
  };
}

/** The test client's part for tables. */
export function dynamodbClient(
  app: App,
  handler: HandlerOrName,
  context: () => LambdaContext,
): DynamoDBClient {
  const { declaration, lambda } = findHandler(app, 'dynamodb', handler);
  const origin = originOf(declaration.target);
  const sendBatch = async (changes: readonly DynamoDBInput[]) => {
    const event = dynamodbEvent(changes, origin);
    const id = (each: RawDynamoDBRecord) => each.dynamodb.SequenceNumber;
    return batchOutcome(await lambda(event, context()), event.Records, id);
  };
  return {
    sendBatch,
    insert: (newImage) => sendBatch([{ newImage }]),
    modify: (oldImage, newImage) => sendBatch([{ oldImage, newImage }]),
    remove: (oldImage, more) => sendBatch([{ ...more, oldImage }]),
  };
}

function originOf(table: Table | string): DynamoDBOrigin {
  const arn = targetArn('dynamodb', table, 'table/');
  const streamArn = arn.includes('/stream/') ? arn : `${arn}/stream/2026-01-01T00:00:00.000`;
  const { partitionKey, sortKey } = typeof table === 'string' ? {} : tableDeclaration(table);
  return { streamArn, keys: partitionKey && [partitionKey, sortKey].flatMap((key) => key?.name ?? []) };
}
