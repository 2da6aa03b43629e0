import { expect, test } from 'vitest';
import { graphOf, handler } from './testing/given.ts';
import { valueText } from './testing/value-text.ts';

test('what the app made is told by what it is known by', () => {
  const graph = graphOf(
    [handler('list', { source: 'route', method: 'GET', path: '/' })],
    [
      { kind: 'table', name: 'Users', partitionKey: { name: 'id', type: 'string' }, indexes: [] },
      { kind: 'bucket', name: 'FilesBucket' },
      { kind: 'queue', name: 'my-jobs', fifo: false },
      { kind: 'topic', name: 'News', fifo: false },
      { kind: 'stream', name: 'Clicks' },
      { kind: 'secret', name: 'Key' },
      { kind: 'parameter', name: 'From' },
      { kind: 'bucket', name: 'old', existing: 'old' },
    ],
  );
  expect(graph.outputs.map(({ name, value }) => [name, valueText(value)])).toEqual([
    ['Url', '{http-api:api url}'],
    ['UsersTableName', '{table:Users name}'],
    ['FilesBucketName', 'shop-dev-filesbucket-{accountId}-{region}'],
    ['MyJobsQueueUrl', '{queue:my-jobs url}'],
    ['NewsTopicArn', '{topic:News arn}'],
    ['ClicksStreamName', '{stream:Clicks name}'],
    ['KeySecretArn', '{secret:Key arn}'],
  ]);
});
