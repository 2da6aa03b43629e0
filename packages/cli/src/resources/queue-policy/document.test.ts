import { expect, test } from 'vitest';
import { comparablePolicy, queuePolicyText } from './document.ts';

const model = { queue: 'https://queue', queueArn: 'arn:queue', topics: ['arn:b', 'arn:a'] };

test('only the topics may send, and only to this queue', () => {
  expect(JSON.parse(queuePolicyText(model))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: 'arn:queue',
        Condition: { ArnEquals: { 'aws:SourceArn': ['arn:b', 'arn:a'] } },
      },
    ],
  });
});

test('the order of topics, and a list of one, make no other policy', () => {
  const sorted = comparablePolicy(queuePolicyText({ ...model, topics: ['arn:a', 'arn:b'] }));
  expect(comparablePolicy(queuePolicyText(model))).toEqual(sorted);
  const listed = '{"Statement":[{"Action":["sqs:SendMessage"]}]}';
  expect(comparablePolicy(listed)).toEqual({ Statement: { Action: 'sqs:SendMessage' } });
});

test('another topic makes another policy', () => {
  const other = comparablePolicy(queuePolicyText({ ...model, topics: ['arn:a', 'arn:c'] }));
  expect(comparablePolicy(queuePolicyText(model))).not.toEqual(other);
});
