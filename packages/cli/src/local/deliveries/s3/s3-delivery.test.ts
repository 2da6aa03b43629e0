import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { App } from '@tankard/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalTestApp, startLocal } from '../../in-process/start-local.ts';

const app = new App('photos');
const uploads = app.bucket('Uploads');
const seen: string[] = [];
const handlers = {
  keep: app.onS3Event(uploads, { prefix: 'images/', suffix: '.png' }, (event) => {
    seen.push(`new ${event.key} ${event.size}`);
  }),
  forget: app.onS3Event(uploads, { events: ['s3:ObjectRemoved:*'] }, (event) => {
    seen.push(`gone ${event.key}`);
  }),
};

let local: LocalTestApp;
beforeAll(async () => {
  local = await startLocal({ app, ...handlers });
});
afterAll(() => local.close());

test('what happens in a bucket reaches the handlers that listen to it', async () => {
  const s3 = new S3Client({ forcePathStyle: true });
  const Bucket = uploads.name;
  await s3.send(new PutObjectCommand({ Bucket, Key: 'images/a b.png', Body: 'abc' }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'notes/a.txt', Body: 'abc' }));
  await local.drain();
  expect(seen).toEqual(['new images/a b.png 3']);
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'notes/a.txt' }));
  await local.drain();
  expect(seen).toEqual(['new images/a b.png 3', 'gone notes/a.txt']);
  expect(local.invocations().map(({ cause }) => cause)).toEqual([
    { by: 's3', what: 'bucket Uploads', after: [] },
    { by: 's3', what: 'bucket Uploads', after: [] },
  ]);
});
