import { expect, test } from 'vitest';
import { observedQueue, queueAttributes, wantedQueue } from './properties.ts';

const described = {
  QueueArn: 'arn:aws:sqs:eu-west-1:1:jobs',
  VisibilityTimeout: '180',
  MessageRetentionPeriod: '345600',
  DelaySeconds: '0',
};
const deadLetter = { arn: 'arn:aws:sqs:eu-west-1:1:lost', maxReceives: 3 };
const RedrivePolicy = '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:1:lost","maxReceiveCount":3}';

test.each([
  ['a standard queue', { visibility: 180, fifo: false }, described],
  ['a FIFO queue', { visibility: 180, fifo: true }, { ...described, FifoQueue: 'true' }],
  [
    'a failure queue',
    { visibility: 180, fifo: false, retention: 60 },
    { ...described, MessageRetentionPeriod: '60' },
  ],
  ['dead letters', { visibility: 180, fifo: false, deadLetter }, { ...described, RedrivePolicy }],
  [
    'dead letters whose receives are text',
    { visibility: 180, fifo: false, deadLetter },
    { ...described, RedrivePolicy: RedrivePolicy.replace('3}', '"3"}') },
  ],
])('%s is as wanted when AWS says the same in its own words', (_, model, attributes) => {
  expect(observedQueue(attributes)).toEqual(wantedQueue({ physicalName: 'jobs', ...model }));
});

const model = { physicalName: 'jobs', fifo: false, visibility: 30 };

test('a new queue says nothing of what it has not', () => {
  expect(queueAttributes(model)).toEqual({ VisibilityTimeout: '30', MessageRetentionPeriod: '345600' });
  expect(queueAttributes({ ...model, fifo: true, deadLetter })).toEqual({
    FifoQueue: 'true',
    VisibilityTimeout: '30',
    MessageRetentionPeriod: '345600',
    RedrivePolicy,
  });
});

test('a change sets what differs, and dead letters that are wanted no more to nothing', () => {
  expect(queueAttributes(model, new Set(['deadLetter', 'tags']))).toEqual({ RedrivePolicy: '' });
  expect(queueAttributes(model, new Set(['visibility']))).toEqual({ VisibilityTimeout: '30' });
});
