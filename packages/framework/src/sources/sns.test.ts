import { expect, test } from 'vitest';
import { z } from 'zod';
import { App } from '../index.ts';
import { snsEvent, testContext } from '../testing/index.ts';

const app = new App('test');
const context = testContext();
const Order = z.object({ sku: z.string() });

test('a message is text without a schema', async () => {
  const seen: unknown[] = [];
  const handler = app.onSnsMessage('news', ({ message, subject }) => void seen.push(message, subject));
  await handler(snsEvent('{"sku":"a"}'), context);
  await handler(snsEvent('b', { subject: 'B' }), context);
  expect(seen).toEqual(['{"sku":"a"}', undefined, 'b', 'B']);
});

test('a message is what its schema makes of it, and one that does not fit fails the invocation', async () => {
  const seen: string[] = [];
  const handler = app.onSnsMessage('news', { message: Order }, ({ message }) => void seen.push(message.sku));
  await handler(snsEvent({ sku: 'a' }), context);
  await expect(handler(snsEvent('b'), context)).rejects.toThrow('not JSON');
  await expect(handler(snsEvent({}), context)).rejects.toThrow('sku');
  expect(seen).toEqual(['a']);
});

test('a message has its attributes, its topic and its time', async () => {
  const raw = {
    Records: [
      {
        Sns: {
          MessageId: 'm',
          TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news',
          Message: 'text',
          Timestamp: '2027-01-31T09:00:00.000Z',
          MessageAttributes: { kind: { Type: 'String', Value: 'order' } },
        },
      },
    ],
  };
  const seen: object[] = [];
  const handler = app.onSnsMessage('news', ({ messageId, topicArn, timestamp, attributes }) => {
    seen.push({ messageId, topicArn, timestamp, attributes });
  });
  await handler(raw, context);
  expect(seen).toEqual([
    {
      messageId: 'm',
      topicArn: 'arn:aws:sns:eu-west-1:123456789012:news',
      timestamp: new Date('2027-01-31T09:00:00Z'),
      attributes: { kind: 'order' },
    },
  ]);
});
