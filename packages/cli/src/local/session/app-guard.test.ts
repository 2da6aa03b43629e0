import { expect, test } from 'vitest';
import { tempProject } from '../../testing/temp-project.ts';
import { startLocal } from '../testing/local-process.ts';

const APP = `import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { App } from '@tankard/framework';

export const app = new App('sample', { routes: 'separate' });
const names = app.table('Names', { partitionKey: 'name', indexes: { byAge: { partitionKey: { age: 'number' } } } });
const files = app.bucket('Files');
const sender = app.parameter('Sender', { default: 'a@example.com' });
const database = new DynamoDBClient({});
const s3 = new S3Client({});
const ses = new SESClient({});

const outcome = async (call) => call.then(() => 'done', (error) => error.name + ' ' + error.message);

export const granted = app.route('GET /granted', async () => [
  await outcome(database.send(new PutItemCommand({ TableName: names.name, Item: { name: { S: 'ann' } } }))),
  await outcome(database.send(new QueryCommand({ TableName: names.name, IndexName: 'byAge', KeyConditionExpression: 'age = :a',
    ExpressionAttributeValues: { ':a': { N: '1' } } }))),
  await outcome(s3.send(new PutObjectCommand({ Bucket: files.name, Key: 'a.txt', Body: 'x', Tagging: 'a=b' }))),
  await outcome(ses.send(new SendEmailCommand({ Source: sender.value, Destination: { ToAddresses: ['b@example.com'] },
    Message: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } }))),
]);
export const written = app.route('GET /written', { permissions: [{ actions: ['dynamodb:GetItem'], resources: [names] }], grants: 'explicit' },
  async () => [
    await outcome(database.send(new GetItemCommand({ TableName: names.name, Key: { name: { S: 'ann' } } }))),
    await outcome(database.send(new PutItemCommand({ TableName: names.name, Item: { name: { S: 'bob' } } }))),
    await outcome(ses.send(new SendEmailCommand({ Source: sender.value, Destination: { ToAddresses: ['b@example.com'] },
      Message: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } }))),
  ]);
export const missing = app.route('GET /missing', async () => [
  await outcome(s3.send(new GetObjectCommand({ Bucket: files.name, Key: 'gone.txt' }))),
]);
`;

const asking = (url: string) => async (path: string) =>
  (await (await fetch(`${url}/${path}`)).json()) as readonly string[];

test('with --enforce-permissions a function can do what its role allows and nothing else', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project, '--enforce-permissions');
  const ask = asking(local.url);
  expect(await ask('granted')).toEqual(['done', 'done', 'done', 'done']);
  const who = 'arn:aws:sts::000000000000:assumed-role/sample-local-written/sample-local-written';
  const [read, put, mail] = await ask('written');
  expect(read).toBe('done');
  expect(put).toBe(
    `AccessDeniedException User: ${who} is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/sample-local-Names because no identity-based policy allows the dynamodb:PutItem action`,
  );
  expect(mail).toContain('AccessDenied User: ');
  // Who may not list a bucket is not told that an object is missing.
  expect((await ask('missing'))[0]).toContain('AccessDenied User: ');
});

test('without it everything is allowed', async () => {
  const project = await tempProject({ 'src/app.ts': APP });
  const local = await startLocal(project);
  const ask = asking(local.url);
  expect((await ask('written')).every((one) => one === 'done')).toBe(true);
  expect((await ask('missing'))[0]).toContain('NoSuchKey');
});
