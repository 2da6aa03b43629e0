import { expect, test } from 'vitest';
import { queueFilter, streamFilter, tableFilter } from './filter-criteria.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html has this table. */
const QUEUE: [body: string, format: string, pattern: object, fits: boolean][] = [
  ['hello world', 'text', { body: [{ prefix: 'hello' }] }, true],
  ['good bye', 'text', { body: [{ prefix: 'hello' }] }, false],
  ['hello', 'text', { eventSource: ['aws:sqs'] }, true],
  ['hello', 'text', { body: { RequestCode: ['BBBB'] } }, false],
  ['hello', 'text', { body: { RequestCode: [{ exists: false }] } }, false],
  ['{"RequestCode":"BBBB"}', 'JSON', { body: [{ exists: true }] }, false],
  ['{"RequestCode":"BBBB"}', 'JSON', { eventSource: ['aws:sqs'] }, true],
  ['{"RequestCode":"BBBB"}', 'JSON', { body: { RequestCode: ['BBBB'] } }, true],
  ['{"RequestCode":"AAAA"}', 'JSON', { body: { RequestCode: ['BBBB'] } }, false],
  ['{"RecordNumber":10000}', 'JSON', { body: { RecordNumber: [{ numeric: ['>', 9999] }] } }, true],
  ['{"code":null}', 'JSON', { body: { code: [] } }, true],
];

test.each(QUEUE)('a message %s (%s) and the filter %j: %s', (body, _, pattern, fits) => {
  expect(queueFilter([pattern])({ body, eventSource: 'aws:sqs' } as { body: string })).toBe(fits);
});

test('a record fits where it fits one filter, or where there is none', () => {
  const filters = [{ body: { kind: ['a'] } }, { body: { kind: ['b'] } }];
  expect(queueFilter(filters)({ body: '{"kind":"b"}' })).toBe(true);
  expect(queueFilter(filters)({ body: '{"kind":"c"}' })).toBe(false);
  expect(queueFilter([])({ body: 'anything' })).toBe(true);
});

test('data of a stream is read as JSON, and dropped where it is none', () => {
  const record = (data: string) => ({
    kinesis: { partitionKey: '1', data: Buffer.from(data).toString('base64') },
    eventSource: 'aws:kinesis',
  });
  const buys = streamFilter([{ data: { order: { type: ['buy'] } } }]);
  expect(buys(record('{"order":{"type":"buy"}}'))).toBe(true);
  expect(buys(record('{"order":{"type":"sell"}}'))).toBe(false);
  expect(buys(record('buy'))).toBe(false);
  expect(streamFilter([{ partitionKey: ['1'] }])(record('buy'))).toBe(true);
});

test('a record of a table is looked at as it is, with numbers as text', () => {
  const record = { eventName: 'INSERT', dynamodb: { NewImage: { price: { N: '5' }, name: { S: 'ann' } } } };
  const image = (fields: object) => tableFilter([{ eventName: ['INSERT'], dynamodb: { NewImage: fields } }]);
  expect(image({ name: { S: [{ prefix: 'a' }] } })(record)).toBe(true);
  expect(image({ price: { N: ['5'] } })(record)).toBe(true);
  expect(image({ price: { N: [{ numeric: ['>', 1] }] } })(record)).toBe(false);
  expect(tableFilter([{ eventName: ['REMOVE'] }])(record)).toBe(false);
});
