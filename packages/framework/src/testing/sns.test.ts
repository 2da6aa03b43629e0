import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { createTestClient, snsEvent } from './index.ts';

describe('client.sns', () => {
  it('publishes a message with its subject and attributes', async () => {
    const app = new App('test');
    const seen: unknown[] = [];
    const onNews = app.onSnsMessage(app.topic('News'), (message) => {
      seen.push([message.message, message.subject, message.attributes, message.topicArn]);
    });
    const client = createTestClient(app);
    await client.sns(onNews).publish({ id: 7 }, { subject: 'Hi', attributes: { kind: 'a' } });
    await client.sns(onNews).publish('text');
    const topicArn = 'arn:aws:sns:us-east-1:000000000000:News';
    expect(seen).toEqual([
      ['{"id":7}', 'Hi', { kind: 'a' }, topicArn],
      ['text', undefined, {}, topicArn],
    ]);
  });

  it('fails where the handler does', async () => {
    const app = new App('test');
    const onNews = app.onSnsMessage('news', () => {
      throw new Error('no news');
    });
    await expect(createTestClient(app).sns(onNews).publish('a')).rejects.toThrow('no news');
  });
});

describe('snsEvent', () => {
  it('has the shape that SNS sends', () => {
    expect(snsEvent('a', { messageId: 'm' }, 'arn:aws:sns:eu-west-1:1:t')).toMatchObject({
      Records: [
        {
          EventVersion: '1.0',
          EventSource: 'aws:sns',
          EventSubscriptionArn: expect.stringMatching(/^arn:aws:sns:eu-west-1:1:t:/),
          Sns: {
            Type: 'Notification',
            MessageId: 'm',
            TopicArn: 'arn:aws:sns:eu-west-1:1:t',
            Subject: null,
            Message: 'a',
            Timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
            MessageAttributes: {},
          },
        },
      ],
    });
  });
});
