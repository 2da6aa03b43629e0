import type { ResourceDeclaration, ResourceKind } from '@tankard/framework/manifest';
import { expect, test } from 'vitest';
import { existingResource } from './existing.ts';
import { valueText } from './testing/value-text.ts';

function existing(kind: Exclude<ResourceKind, 'parameter'>, text: string) {
  const declaration = { kind, name: 'x', indexes: [], fifo: false } as ResourceDeclaration;
  const { name, arn, address, streamArn, parameters } = existingResource(declaration, text);
  return {
    name: valueText(name),
    arn: valueText(arn),
    address: valueText(address),
    streamArn: valueText(streamArn),
    values: Object.fromEntries(parameters.map((one) => [one.name, one.value])),
  };
}

test.each([
  ['table', 'arn:{partition}:dynamodb:{region}:{accountId}:table/{param ExistingJobsTableName}'],
  ['bucket', 'arn:{partition}:s3:::{param ExistingJobsBucketName}'],
  ['queue', 'arn:{partition}:sqs:{region}:{accountId}:{param ExistingJobsQueueName}'],
  ['topic', 'arn:{partition}:sns:{region}:{accountId}:{param ExistingJobsTopicName}'],
  ['stream', 'arn:{partition}:kinesis:{region}:{accountId}:stream/{param ExistingJobsStreamName}'],
  [
    'secret',
    'arn:{partition}:secretsmanager:{region}:{accountId}:secret:{param ExistingJobsSecretName}-??????',
  ],
] as const)('a %s that is known by its name stands in the account and region of the app', (kind, arn) => {
  expect(existing(kind, 'jobs').arn).toBe(arn);
});

test("a queue's address is its URL, a secret's is what GetSecretValue takes", () => {
  expect(existing('queue', 'jobs').address).toBe(
    'https://sqs.{region}.{urlSuffix}/{accountId}/{param ExistingJobsQueueName}',
  );
  expect(existing('secret', 'jobs').address).toBe('{param ExistingJobsSecretName}');
  expect(existing('table', 'jobs').address).toBe('{param ExistingJobsTableName}');
});

test('of an ARN only the name is a parameter', () => {
  const queue = existing('queue', 'arn:aws:sqs:eu-west-1:123456789012:jobs.fifo');
  expect(queue.arn).toBe('arn:aws:sqs:eu-west-1:123456789012:{param ExistingJobsFifoQueueName}');
  expect(queue.address).toBe(
    'https://sqs.eu-west-1.{urlSuffix}/123456789012/{param ExistingJobsFifoQueueName}',
  );
  expect(queue.values.ExistingJobsFifoQueueName).toBe('jobs.fifo');
});

test("nobody knows the stream's ARN of a table that is given by name", () => {
  const table = existing('table', 'Candidates');
  expect(table.streamArn).toBe('{param ExistingCandidatesStreamArn}');
  expect(table.values).toEqual({
    ExistingCandidatesTableName: 'Candidates',
    ExistingCandidatesStreamArn: undefined,
  });
});

test("a stream's ARN tells its table and itself", () => {
  const arn = 'arn:aws:dynamodb:eu-west-1:123456789012:table/Users/stream/2026-01-01T00:00:00.000';
  const table = existing('table', arn);
  expect(table.arn).toBe('arn:aws:dynamodb:eu-west-1:123456789012:table/{param ExistingUsersTableName}');
  expect(table.values).toEqual({ ExistingUsersTableName: 'Users', ExistingUsersStreamArn: arn });
});
