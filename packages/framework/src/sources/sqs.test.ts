import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { App } from '../index.ts';
import { sqsEvent, testContext } from '../testing/index.ts';

const write = vi.spyOn(process.stdout, 'write');
beforeEach(() => void write.mockImplementation(() => true));
afterEach(() => void write.mockReset());

const app = new App('test');
const context = testContext();
const Order = z.object({ sku: z.string() });
const LaterOrder = v.pipeAsync(
  v.object({ sku: v.string() }),
  v.checkAsync(async ({ sku }) => sku !== 'sold out'),
);
const three = sqsEvent([{ body: { sku: 'a' } }, { body: { sku: 1 } }, { body: { sku: 'c' } }]);

function reported(from: number, to?: number) {
  return {
    batchItemFailures: three.Records.slice(from, to).map(({ messageId }) => ({ itemIdentifier: messageId })),
  };
}

test.each([
  ['at once', Order],
  ['later', LaterOrder],
])('a message that its schema refuses %s has failed, and the others have not', async (_, body) => {
  const seen: string[] = [];
  const handler = app.onSqsMessage('orders', { body }, (message) => void seen.push(message.body.sku));
  expect(await handler(three, context)).toEqual(reported(1, 2));
  expect(seen).toEqual(['a', 'c']);
});

test('a message that is no JSON does not fit a schema', async () => {
  const handler = app.onSqsMessage('orders', { body: Order }, () => {});
  const raw = sqsEvent([{ body: 'no', messageId: 'm' }]);
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [{ itemIdentifier: 'm' }] });
});

test('in a FIFO queue a failure takes all messages after it along', async () => {
  const handler = app.onSqsMessage('orders.fifo', ({ body }) => {
    if (body === '{"sku":1}') throw new Error('no');
  });
  const arn = 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo';
  const raw = { Records: three.Records.map((record) => ({ ...record, eventSourceARN: arn })) };
  expect(await handler(raw, context)).toEqual(reported(1));
});

test('a batch is handed over as one, without the messages that do not fit', async () => {
  const handler = app.onSqsMessage('orders', { batch: true, body: Order }, ({ messages, raw }) => {
    expect(raw).toBe(three);
    return { failed: messages.filter(({ body }) => body.sku === 'c') };
  });
  expect(await handler(three, context)).toEqual(reported(1));
});

test('a message has what SQS and its sender say of it', async () => {
  const attributes = { kind: { dataType: 'String', stringValue: 'order' } };
  const raw = sqsEvent(
    [{ body: 'x', messageId: 'm', receiveCount: 3, groupId: 'g', messageAttributes: attributes }],
    'arn:aws:sqs:eu-west-1:123456789012:orders.fifo',
  );
  const record = raw.Records[0];
  const seen: object[] = [];
  const handler = app.onSqsMessage('orders', (message) => {
    const { messageId, receiptHandle, receiveCount, groupId, deduplicationId, queueArn, sentAt } = message;
    seen.push({ messageId, receiptHandle, receiveCount, groupId, deduplicationId, queueArn, sentAt });
    expect(message.messageAttributes).toEqual(attributes);
    expect(message.attributes).toBe(record?.attributes);
  });
  expect(await handler(raw, context)).toEqual({ batchItemFailures: [] });
  expect(seen).toEqual([
    {
      messageId: 'm',
      receiptHandle: record?.receiptHandle,
      receiveCount: 3,
      groupId: 'g',
      deduplicationId: record?.attributes.MessageDeduplicationId,
      queueArn: 'arn:aws:sqs:eu-west-1:123456789012:orders.fifo',
      sentAt: new Date(Number(record?.attributes.SentTimestamp)),
    },
  ]);
});
