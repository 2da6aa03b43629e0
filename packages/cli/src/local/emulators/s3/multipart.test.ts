import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';
import type { ObjectChange } from './change.ts';

const Bucket = 'messages';
const changes: ObjectChange[] = [];
let engines: Engines;
let s3: S3Client;

beforeAll(async () => {
  engines = await startEngines();
  engines.onObjectChange((change) => changes.push(change));
  await engines.createBucket(Bucket);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint: engines.endpoint, region: 'us-east-1', credentials, forcePathStyle: true });
});

afterAll(async () => {
  s3.destroy();
  await engines.close();
});

async function upload(Key: string, bodies: readonly Buffer[]) {
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'text/plain' }),
  );
  const Parts = [];
  for (const [index, Body] of bodies.entries()) {
    const PartNumber = index + 1;
    const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
    Parts.push({ PartNumber, ETag });
  }
  return { UploadId, Parts };
}

test('an upload in parts becomes one object, with one event and an ETag that counts the parts', async () => {
  const bodies = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.from('end')];
  const { UploadId, Parts } = await upload('big', bodies);
  const listed = await s3.send(new ListPartsCommand({ Bucket, Key: 'big', UploadId }));
  expect(listed.Parts?.map(({ Size }) => Size)).toEqual([5 * 1024 * 1024, 3]);
  const done = await s3.send(
    new CompleteMultipartUploadCommand({ Bucket, Key: 'big', UploadId, MultipartUpload: { Parts } }),
  );
  expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'big' }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Buffer.concat(bodies))).toBe(
    true,
  );
  expect(got.ContentType).toBe('text/plain');
  expect(changes.map(({ event }) => event)).toEqual(['ObjectCreated:CompleteMultipartUpload']);
});

test('a part that is too small and not the last is refused', async () => {
  const { UploadId, Parts } = await upload('small', [Buffer.from('a'), Buffer.from('b')]);
  const complete = new CompleteMultipartUploadCommand({
    Bucket,
    Key: 'small',
    UploadId,
    MultipartUpload: { Parts },
  });
  await expect(s3.send(complete)).rejects.toMatchObject({ name: 'EntityTooSmall' });
});

test('an aborted upload takes no more parts', async () => {
  const { UploadId } = await upload('gone', []);
  await s3.send(new AbortMultipartUploadCommand({ Bucket, Key: 'gone', UploadId }));
  const part = new UploadPartCommand({ Bucket, Key: 'gone', UploadId, PartNumber: 1, Body: 'x' });
  await expect(s3.send(part)).rejects.toMatchObject({ name: 'NoSuchUpload' });
});
