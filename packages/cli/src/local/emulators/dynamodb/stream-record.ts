import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { LocalTime } from '../../time/local-time.ts';
import type { StreamRecord } from '../stream-source.ts';
import type { WriteLog } from './write-log.ts';
import type { Attributes } from './written-items.ts';

/** A record as the engine's GetRecords gives it. */
export interface EngineRecord {
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion?: string;
  readonly userIdentity?: { readonly Type?: string; readonly PrincipalId?: string };
  readonly dynamodb: {
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Attributes;
    readonly NewImage?: Attributes;
    readonly OldImage?: Attributes;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
}

/** A write that left the item as it was has no record in AWS; our engine makes one. */
export function isNoChange({ eventName, dynamodb: { OldImage, NewImage } }: EngineRecord): boolean {
  return eventName === 'MODIFY' && OldImage !== undefined && isDeepStrictEqual(OldImage, NewImage);
}

export interface RecordContext {
  readonly table: string;
  /** Of the stream. */
  readonly arn: string;
  readonly region: string;
  readonly log: WriteLog;
  readonly time: LocalTime;
  readonly isOwn: boolean;
  expiryOf(table: string): string | undefined;
}

/** DynamoDB itself, which removes what has expired. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
const SERVICE = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

/**
 * A record as Lambda's event has it: https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html. Its time is that of the session's
 * clock, which the engine does not know.
 */
export function streamRecord(record: EngineRecord, context: RecordContext): StreamRecord {
  const { table, arn, region, log, time } = context;
  const { eventName, eventVersion = '1.1', dynamodb } = record;
  const { Keys, SequenceNumber, ApproximateCreationDateTime, ...rest } = dynamodb;
  const writer = log.writerOf(table, { sequenceNumber: SequenceNumber, keys: Keys });
  const written = writer?.time ?? ApproximateCreationDateTime * 1000 + (time.now() - Date.now());
  const isExpired = record.userIdentity !== undefined || (!writer && hasExpired(record, written, context));
  return {
    sequenceNumber: SequenceNumber,
    written,
    group: JSON.stringify(Object.entries(Keys).sort()),
    after: writer?.invocation === undefined ? [] : [writer.invocation],
    event: {
      eventID: createHash('md5').update(`${arn} ${SequenceNumber}`).digest('hex'),
      eventName,
      eventVersion,
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: { ApproximateCreationDateTime: Math.floor(written / 1000), Keys, SequenceNumber, ...rest },
      ...(isExpired && { userIdentity: SERVICE }),
      eventSourceARN: arn,
    },
  };
}

/** Nobody removed the item, and its time was over. */
function hasExpired(
  { eventName, dynamodb: { OldImage } }: EngineRecord,
  written: number,
  { table, isOwn, expiryOf }: RecordContext,
): boolean {
  const attribute = expiryOf(table);
  if (!isOwn || eventName !== 'REMOVE' || attribute === undefined) return false;
  const expiry = Number(OldImage?.[attribute]?.N);
  return expiry * 1000 <= written + 1000;
}
