import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { App } from '../index.ts';
import { kinesisEvent, testContext } from '../testing/index.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

const app = new App('test');
const context = testContext();

test('a record is text without a schema, and bytes on demand', async () => {
  const seen: unknown[] = [];
  const handler = app.onKinesisRecord('clicks', (record) => {
    seen.push(record.data, record.bytes(), record.partitionKey, record.time.getTime());
  });
  const raw = kinesisEvent([{ data: new Uint8Array([104, 105]), partitionKey: 'p' }]);
  const arrived = (raw.Records[0]?.kinesis.approximateArrivalTimestamp ?? 0) * 1000;
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual(['hi', new Uint8Array([104, 105]), 'p', Math.trunc(arrived)]);
});

test.each([
  ['at once', z.object({ sku: z.string() })],
  ['later', z.object({ sku: z.string().refine(async (sku) => sku !== 'sold out') })],
])('the first record that its schema refuses %s ends the batch and is reported', async (_, data) => {
  const seen: string[] = [];
  const handler = app.onKinesisRecord('clicks', { data }, (record) => void seen.push(record.data.sku));
  const raw = kinesisEvent([{ data: { sku: 'a' } }, { data: {} }, { data: { sku: 'c' } }]);
  const failed = raw.Records[1]?.kinesis.sequenceNumber;
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [{ itemIdentifier: failed }] });
  expect(seen).toEqual(['a']);
});

test('a batch is handed over as one', async () => {
  const handler = app.onKinesisRecord('clicks', { batch: true }, ({ records }) => ({
    failed: records.slice(1),
  }));
  const raw = kinesisEvent([{ data: 'a' }, { data: 'b' }, { data: 'c' }]);
  const failed = raw.Records[1]?.kinesis.sequenceNumber;
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [{ itemIdentifier: failed }] });
});
