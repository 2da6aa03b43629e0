import { expect, test } from 'vitest';
import { createLocalTime } from '../../time/local-time.ts';
import { type EngineRecord, isNoChange, type RecordContext, streamRecord } from './stream-record.ts';
import { createWriteLog } from './write-log.ts';

const SECOND = Math.floor(Date.now() / 1000);
const image = (expires: number) => ({ id: { S: 'a' }, expires: { N: String(expires) } });

const removal = (expires: number): EngineRecord => ({
  eventName: 'REMOVE',
  dynamodb: {
    ApproximateCreationDateTime: SECOND,
    Keys: { id: { S: 'a' } },
    OldImage: image(expires),
    SequenceNumber: '1',
    SizeBytes: 10,
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  },
});

function context(options: Partial<RecordContext> = {}): RecordContext {
  const log = createWriteLog();
  log.follow('Orders');
  const time = createLocalTime();
  const arn = 'arn:aws:dynamodb:eu-west-1:000000000000:table/Orders/stream/1';
  return {
    table: 'Orders',
    arn,
    region: 'eu-west-1',
    log,
    time,
    isOwn: true,
    expiryOf: () => 'expires',
    ...options,
  };
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html */
const SERVICE = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

test('what nobody removed, and whose time was over, was removed by DynamoDB', () => {
  expect(streamRecord(removal(SECOND - 5), context()).event).toMatchObject({ userIdentity: SERVICE });
});

test.each<[string, EngineRecord, Partial<RecordContext>]>([
  ['its time was not over', removal(SECOND + 60), {}],
  ['the table has no time to live', removal(SECOND - 5), { expiryOf: () => undefined }],
  [
    'the attribute is no number',
    { ...removal(0), dynamodb: { ...removal(0).dynamodb, OldImage: { id: { S: 'a' } } } },
    {},
  ],
  ['another engine says itself what has expired', removal(SECOND - 5), { isOwn: false }],
])('a removal is somebody’s where %s', (_, record, options) => {
  expect(streamRecord(record, context(options)).event).not.toHaveProperty('userIdentity');
});

test('what somebody removed after its time was removed by them', () => {
  const given = context();
  given.log.begin([{ table: 'Orders', item: { id: { S: 'a' } } }], { invocation: 'remove', time: 1 })(true);
  const { event, after } = streamRecord(removal(SECOND - 5), given);
  expect(event).not.toHaveProperty('userIdentity');
  expect(after).toEqual(['remove']);
});

test('what another engine says has expired has', () => {
  const record = { ...removal(0), userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' } };
  expect(streamRecord(record, context({ isOwn: false })).event).toMatchObject({ userIdentity: SERVICE });
});

test('a write that leaves the item as it was is no change, in whatever order its attributes come', () => {
  const change = (eventName: EngineRecord['eventName'], OldImage: object, NewImage: object) =>
    isNoChange({
      ...removal(0),
      eventName,
      dynamodb: { ...removal(0).dynamodb, OldImage, NewImage } as EngineRecord['dynamodb'],
    });
  expect(change('MODIFY', image(1), { expires: { N: '1' }, id: { S: 'a' } })).toBe(true);
  expect(change('MODIFY', image(1), image(2))).toBe(false);
});
