import { expect, test } from 'vitest';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const called = ref('function:f', 'arn');

test('a bucket is kept whatever happens to the stack', () => {
  expect(rendered('bucket', { physicalName: 'b', notifications: [] })).toEqual({
    Thing: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { BucketName: 'b' },
    },
  });
});

test('each event of a handler is an entry of its own with the same filter', () => {
  const notifications = [
    {
      id: 'f',
      events: ['s3:ObjectCreated:Put', 's3:ObjectCreated:Copy'],
      prefix: 'in/',
      suffix: '.zip',
      function: called,
    },
    { id: 'g', events: ['s3:ObjectRemoved:*'], function: called },
  ];
  const Filter = {
    S3Key: {
      Rules: [
        { Name: 'prefix', Value: 'in/' },
        { Name: 'suffix', Value: '.zip' },
      ],
    },
  };
  expect(propertiesOf('bucket', { physicalName: 'b', notifications }).NotificationConfiguration).toEqual({
    LambdaConfigurations: [
      { Event: 's3:ObjectCreated:Put', Filter, Function: called },
      { Event: 's3:ObjectCreated:Copy', Filter, Function: called },
      { Event: 's3:ObjectRemoved:*', Function: called },
    ],
  });
});
