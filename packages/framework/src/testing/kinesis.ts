import type { App } from '../app.ts';
import type { LambdaContext } from '../context.ts';
import type { RawKinesisRecord } from '../events/kinesis-record.ts';
import { type BatchOutcome, batchOutcome } from './batch-outcome.ts';
import { findHandler, type HandlerOrName } from './find-handler.ts';
import { asText, REGION, targetArn, testArn } from './origin.ts';

/** A record as a test says it. */
export interface KinesisInput {
  /** Bytes, text, or a value that is sent as JSON. */
  readonly data: unknown;
  /** Default `test`. */
  readonly partitionKey?: string | undefined;
}

/** Puts into the handler of a stream. The mapping's filters are not applied. */
export interface KinesisClient {
  /** One record. */
  put(data: unknown, more?: Omit<KinesisInput, 'data'>): Promise<BatchOutcome<RawKinesisRecord>>;
  /** One batch. */
  putBatch(records: readonly KinesisInput[]): Promise<BatchOutcome<RawKinesisRecord>>;
}

/**
 * The event of a batch of records.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
export function kinesisEvent(
  records: readonly KinesisInput[],
  streamArn: string = testArn('kinesis', 'stream/test'),
): { readonly Records: readonly RawKinesisRecord[] } {
  return { Records: records.map((each, index) => record(each, index, streamArn)) };
}

function record({ data, partitionKey }: KinesisInput, index: number, streamArn: string): RawKinesisRecord {
  const sequenceNumber = String(49590338271490256608559692538361571095921575989136588898n + BigInt(index));
  const more = {
    eventSource: 'aws:kinesis',
    eventVersion: '1.0',
    eventID: `shardId-000000000000:${sequenceNumber}`,
    eventName: 'aws:kinesis:record',
    invokeIdentityArn: 'arn:aws:iam::000000000000:role/test',
    awsRegion: REGION,
  };
  return {
    ...more,
    eventSourceARN: streamArn,
    kinesis: {
      ...{ kinesisSchemaVersion: '1.0' },
      partitionKey: partitionKey ?? 'test',
      sequenceNumber,
      data: Buffer.from(data instanceof Uint8Array ? data : asText(data)).toString('base64'),
      approximateArrivalTimestamp: Date.now() / 1000,
    },
  };
}

/** The test client's part for streams. */
export function kinesisClient(app: App, handler: HandlerOrName, context: () => LambdaContext): KinesisClient {
  const { declaration, lambda } = findHandler(app, 'kinesis', handler);
  const arn = targetArn('kinesis', declaration.target, 'stream/');
  const putBatch = async (records: readonly KinesisInput[]) => {
    const event = kinesisEvent(records, arn);
    const id = (each: RawKinesisRecord) => each.kinesis.sequenceNumber;
    return batchOutcome(await lambda(event, context()), event.Records, id);
  };
  return { putBatch, put: (data, more) => putBatch([{ ...more, data }]) };
}
