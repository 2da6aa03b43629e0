import { expect, test } from 'vitest';
import { touchedBy } from './touched.ts';

const REALM = { region: 'eu-west-1', account: '000000000000' };
const dynamodb = (rest: string) => `arn:aws:dynamodb:eu-west-1:000000000000:${rest}`;
const raw = Buffer.from('To: b@example.com\r\nFrom: Ann <a@example.com>\r\n\r\nHello').toString('base64');

test.each<[string, string, object, readonly (readonly [string, string?])[]]>([
  ['dynamodb', 'Query', { TableName: 'Names', IndexName: 'byAge' }, [[dynamodb('table/Names/index/byAge')]]],
  ['dynamodb', 'GetItem', { TableName: dynamodb('table/Names') }, [[dynamodb('table/Names')]]],
  [
    'dynamodb',
    'BatchGetItem',
    { RequestItems: { A: {}, B: {} } },
    [[dynamodb('table/A')], [dynamodb('table/B')]],
  ],
  [
    'dynamodb',
    'TransactWriteItems',
    { TransactItems: [{ Put: { TableName: 'A' } }, { ConditionCheck: { TableName: 'B' } }] },
    [
      [dynamodb('table/A'), 'Put'],
      [dynamodb('table/B'), 'ConditionCheck'],
    ],
  ],
  [
    'dynamodb',
    'ExecuteStatement',
    { Statement: 'select * from "A"."byAge"' },
    [[dynamodb('table/A/index/byAge'), 'SELECT']],
  ],
  ['dynamodb', 'ListTables', {}, [['*']]],
  ['s3', 'PutObject', { Bucket: 'b', Key: 'a/b.txt' }, [['arn:aws:s3:::b/a/b.txt']]],
  [
    'apigatewaymanagementapi',
    'DeleteConnection',
    { Path: 'dev/@connections/L0SM9cOFvHcCIhw=' },
    [['arn:aws:execute-api:eu-west-1:000000000000:local/dev/DELETE/@connections/L0SM9cOFvHcCIhw=']],
  ],
  ['s3', 'ListObjectsV2', { Bucket: 'b' }, [['arn:aws:s3:::b']]],
  ['s3', 'DeleteObjects', { Bucket: 'b' }, [['arn:aws:s3:::b/*']]],
  [
    's3',
    'CopyObject',
    { Bucket: 'b', Key: 'new', CopySource: '/a/old%20one?versionId=1' },
    [
      ['arn:aws:s3:::a/old one', 'CopySource'],
      ['arn:aws:s3:::b/new', 'Bucket'],
    ],
  ],
  [
    'sqs',
    'SendMessage',
    { QueueUrl: 'http://127.0.0.1:4566/0/Jobs.fifo' },
    [['arn:aws:sqs:eu-west-1:000000000000:Jobs.fifo']],
  ],
  ['sns', 'Publish', { TopicArn: 'arn:aws:sns:eu-west-1:0:News' }, [['arn:aws:sns:eu-west-1:0:News']]],
  [
    'kinesis',
    'PutRecord',
    { StreamName: 'Clicks' },
    [['arn:aws:kinesis:eu-west-1:000000000000:stream/Clicks']],
  ],
  [
    'lambda',
    'Invoke',
    { FunctionName: 'app-local-work:live' },
    [['arn:aws:lambda:eu-west-1:000000000000:function:app-local-work']],
  ],
  [
    'lambda',
    'Invoke',
    { FunctionName: '000000000000:function:work' },
    [['arn:aws:lambda:eu-west-1:000000000000:function:work']],
  ],
  [
    'lambda',
    'Invoke',
    { FunctionName: 'arn:aws:lambda:eu-west-1:1:function:work' },
    [['arn:aws:lambda:eu-west-1:000000000000:function:work']],
  ],
  [
    'eventbridge',
    'PutEvents',
    { Entries: [{}, { EventBusName: 'own' }, {}] },
    [
      ['arn:aws:events:eu-west-1:000000000000:event-bus/default'],
      ['arn:aws:events:eu-west-1:000000000000:event-bus/own'],
    ],
  ],
  [
    'secrets-manager',
    'GetSecretValue',
    { SecretId: 'Key' },
    [['arn:aws:secretsmanager:eu-west-1:000000000000:secret:Key']],
  ],
  [
    'ses',
    'SendEmail',
    { Source: 'Ann <a@example.com>' },
    [['arn:aws:ses:eu-west-1:000000000000:identity/a@example.com']],
  ],
  [
    'ses',
    'SendRawEmail',
    { 'RawMessage.Data': raw },
    [['arn:aws:ses:eu-west-1:000000000000:identity/a@example.com']],
  ],
  [
    'sesv2',
    'SendEmail',
    { Content: { Raw: { Data: raw } } },
    [['arn:aws:ses:eu-west-1:000000000000:identity/a@example.com', 'Raw']],
  ],
])('%s %s of %j', (client, operation, input, expected) => {
  const touched = touchedBy({ client: `@aws-sdk/client-${client}`, operation, input: { ...input } }, REALM);
  expect(touched.flatMap(({ arns, part }) => arns.map((arn) => (part ? [arn, part] : [arn])))).toEqual(
    expected,
  );
});

test('what mail is from can be asked about by a condition', () => {
  const [touched] = touchedBy(
    {
      client: '@aws-sdk/client-sesv2',
      operation: 'SendEmail',
      input: { FromEmailAddress: 'a@example.com', Content: { Simple: {} } },
    },
    REALM,
  );
  expect(touched).toMatchObject({ part: 'Simple', context: { 'ses:FromAddress': 'a@example.com' } });
});
