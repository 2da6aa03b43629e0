import { expect, test } from 'vitest';
import { propertiesOf } from '../testing/rendered.ts';
import { ref } from '../value.ts';

test('a standard queue says nothing of FIFO', () => {
  expect(propertiesOf('queue', { physicalName: 'q', fifo: false, visibility: 180 })).toEqual({
    QueueName: 'q',
    VisibilityTimeout: 180,
  });
});

test('a FIFO queue with dead letters', () => {
  const deadLetter = { arn: ref('queue:Lost', 'arn'), maxReceives: 3 };
  const model = { physicalName: 'q.fifo', fifo: true, visibility: 180, deadLetter, retention: 60 };
  expect(propertiesOf('queue', model)).toEqual({
    QueueName: 'q.fifo',
    FifoQueue: true,
    VisibilityTimeout: 180,
    MessageRetentionPeriod: 60,
    RedrivePolicy: { deadLetterTargetArn: ref('queue:Lost', 'arn'), maxReceiveCount: 3 },
  });
});

test('only the topics that feed a queue may send to it', () => {
  const topics = [ref('topic:News', 'arn')];
  const model = { queue: ref('queue:Q', 'url'), queueArn: ref('queue:Q', 'arn'), topics };
  expect(propertiesOf('queue-policy', model)).toEqual({
    Queues: [ref('queue:Q', 'url')],
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: ref('queue:Q', 'arn'),
          Condition: { ArnEquals: { 'aws:SourceArn': topics } },
        },
      ],
    },
  });
});
