import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { App, type AppOptions } from '../app.ts';
import type { SqsMessage } from '../events/sqs-message.ts';
import { createTestClient, sqsEvent } from './index.ts';

function setUp(options?: AppOptions) {
  const app = new App('test', options);
  return { app, client: createTestClient(app) };
}

function failOn(text: string) {
  return (message: SqsMessage) => {
    if (message.body === text) throw new Error(`no ${text}`);
  };
}

const bodies = (outcome: { failed: readonly { body: string }[] }) => outcome.failed.map(({ body }) => body);

describe('client.sqs', () => {
  it('sends a message with what stands beside its body', async () => {
    const { app, client } = setUp();
    const seen: unknown[] = [];
    const worker = app.onSqsMessage(app.queue('Jobs'), { body: z.object({ id: z.number() }) }, (message) => {
      seen.push([
        message.body,
        message.messageId,
        message.receiveCount,
        message.messageAttributes,
        message.queueArn,
      ]);
    });
    const messageAttributes = { kind: { dataType: 'String', stringValue: 'a' } };
    const outcome = await client
      .sqs(worker)
      .send({ id: 7 }, { messageId: 'm-1', receiveCount: 3, messageAttributes });
    expect(outcome).toEqual({ failed: [], answer: { batchItemFailures: [] } });
    const queueArn = 'arn:aws:sqs:us-east-1:000000000000:Jobs';
    expect(seen).toEqual([[{ id: 7 }, 'm-1', 3, messageAttributes, queueArn]]);
  });

  it('tells the messages that failed', async () => {
    const { app, client } = setUp();
    const worker = app.onSqsMessage('jobs', failOn('b'));
    const outcome = await client.sqs(worker).sendBatch([{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
    expect(bodies(outcome)).toEqual(['b']);
    expect(outcome.answer.batchItemFailures).toEqual([{ itemIdentifier: outcome.failed[0]?.messageId }]);
  });

  it('tells of a FIFO queue the messages after the first that failed as well', async () => {
    const { app, client } = setUp();
    const declared = app.onSqsMessage(app.queue('Jobs', { fifo: true }), failOn('b'));
    const existing = app.onSqsMessage('arn:aws:sqs:eu-west-1:1:other.fifo', failOn('b'));
    for (const worker of [declared, existing]) {
      const outcome = await client.sqs(worker).sendBatch([{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
      expect(bodies(outcome)).toEqual(['b', 'c']);
    }
  });
});

describe('sqsEvent', () => {
  it('has the shape that Lambda sends', () => {
    const md5OfBody = createHash('md5').update('{"a":1}').digest('hex');
    expect(sqsEvent([{ body: { a: 1 }, messageId: 'm' }])).toEqual({
      Records: [
        {
          messageId: 'm',
          receiptHandle: expect.any(String),
          body: '{"a":1}',
          md5OfBody,
          attributes: {
            ApproximateReceiveCount: '1',
            SentTimestamp: expect.stringMatching(/^\d+$/),
            SenderId: expect.any(String),
            ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d+$/),
          },
          messageAttributes: {},
          eventSource: 'aws:sqs',
          eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:test',
          awsRegion: 'us-east-1',
        },
      ],
    });
  });

  it('has groups and rising sequence numbers for a FIFO queue', () => {
    const { Records } = sqsEvent(
      [{ body: 'a', groupId: 'g' }, { body: 'b' }],
      'arn:aws:sqs:us-east-1:1:q.fifo',
    );
    const [one, two] = Records.map(({ attributes }) => attributes);
    expect([one?.MessageGroupId, two?.MessageGroupId]).toEqual(['g', 'test']);
    expect(BigInt(two?.SequenceNumber ?? 0)).toBe(BigInt(one?.SequenceNumber ?? 0) + 1n);
  });
});
