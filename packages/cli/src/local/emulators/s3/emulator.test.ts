import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeleteObjectTaggingCommand,
  GetBucketAclCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';
import type { ObjectChange } from './change.ts';

let engines: Engines;
let s3: S3Client;
const changes: ObjectChange[] = [];
const Bucket = 'messages';

beforeAll(async () => {
  engines = await startEngines();
  engines.onObjectChange((change) => changes.push(change));
  await engines.createBucket(Bucket);
  s3 = client();
});

afterAll(async () => {
  s3.destroy();
  await engines.close();
});

function client(forcePathStyle = true): S3Client {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new S3Client({ endpoint: engines.endpoint, region: 'us-east-1', credentials, forcePathStyle });
}

test('an object comes back with its bytes, content type, metadata, MD5 and checksum', async () => {
  const Body = Buffer.from([0, 1, 2, 255]);
  const put = await s3.send(
    new PutObjectCommand({ Bucket, Key: 'a/b.bin', Body, ContentType: 'image/png', Metadata: { who: 'me' } }),
  );
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/b.bin', ChecksumMode: 'ENABLED' }));
  expect(got.ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
  expect(put.ETag).toBe(got.ETag);
  expect(await got.Body?.transformToByteArray()).toEqual(new Uint8Array(Body));
  expect(got).toMatchObject({ ContentType: 'image/png', Metadata: { who: 'me' }, ContentLength: 4 });
  expect(got.ChecksumCRC32).toBe(put.ChecksumCRC32);
  expect(changes.at(-1)).toMatchObject({
    event: 'ObjectCreated:Put',
    bucket: Bucket,
    key: 'a/b.bin',
    size: 4,
  });
});

test.each(['ü ä+&<>"\'.txt', '../../up', 'a//b/', 'long'.repeat(250), '%41 percent'])(
  'the key %.20j survives writing, reading and listing',
  async (Key) => {
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await got.Body?.transformToString()).toBe(Key);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: Key }));
    expect(listed.Contents?.map((object) => object.Key)).toEqual([Key]);
    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  },
);

test('a missing object is NoSuchKey, and NotFound to HEAD; a missing bucket is NoSuchBucket', async () => {
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
  await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
  await expect(s3.send(new GetObjectCommand({ Bucket: 'nowhere', Key: 'none' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('a part of an object is read by its range, and one past its end is refused', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'digits', Body: '0123456789' }));
  const read = async (Range: string) => {
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }));
    return [got.ContentRange, await got.Body?.transformToString()];
  };
  expect(await read('bytes=2-4')).toEqual(['bytes 2-4/10', '234']);
  expect(await read('bytes=7-')).toEqual(['bytes 7-9/10', '789']);
  expect(await read('bytes=-3')).toEqual(['bytes 7-9/10', '789']);
  await expect(read('bytes=10-')).rejects.toMatchObject({ name: 'InvalidRange' });
});

test('If-None-Match: * lets one of many writers of a key win', async () => {
  const write = (Body: string) =>
    s3.send(new PutObjectCommand({ Bucket, Key: 'claim', Body, IfNoneMatch: '*' }));
  const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map(write));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
  expect(refused).toEqual(['PreconditionFailed', 'PreconditionFailed', 'PreconditionFailed']);
});

test('If-Match and If-None-Match are honoured when reading', async () => {
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key: 'seen', Body: 'x' }));
  await expect(
    s3.send(new GetObjectCommand({ Bucket, Key: 'seen', IfNoneMatch: ETag })),
  ).rejects.toMatchObject({
    $metadata: { httpStatusCode: 304 },
  });
  await expect(
    s3.send(new GetObjectCommand({ Bucket, Key: 'seen', IfMatch: '"other"' })),
  ).rejects.toMatchObject({
    name: 'PreconditionFailed',
  });
});

test('tags given at the write are kept, changed and removed', async () => {
  const Key = 'tagged';
  const tags = async () => (await s3.send(new GetObjectTaggingCommand({ Bucket, Key }))).TagSet;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging: 'group=a%20b&key=1' }));
  expect(await tags()).toEqual([
    { Key: 'group', Value: 'a b' },
    { Key: 'key', Value: '1' },
  ]);
  await s3.send(
    new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [{ Key: 'one', Value: 'only' }] } }),
  );
  expect(await tags()).toEqual([{ Key: 'one', Value: 'only' }]);
  await s3.send(new DeleteObjectTaggingCommand({ Bucket, Key }));
  expect(await tags()).toEqual([]);
});

test('a tag with a character that S3 does not take is refused', async () => {
  const put = new PutObjectCommand({ Bucket, Key: 'bad', Body: 'x', Tagging: 'a=%3Cb%3E' });
  await expect(s3.send(put)).rejects.toMatchObject({ name: 'InvalidTag' });
});

test('a copy takes metadata and tags along, unless it replaces them', async () => {
  await s3.send(
    new PutObjectCommand({ Bucket, Key: 'from', Body: 'x', Metadata: { a: '1' }, Tagging: 't=1' }),
  );
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'kept', CopySource: `${Bucket}/from` }));
  const replace = { MetadataDirective: 'REPLACE', TaggingDirective: 'REPLACE' } as const;
  await s3.send(new CopyObjectCommand({ Bucket, Key: 'new', CopySource: `/${Bucket}/from`, ...replace }));
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'kept' }))).toMatchObject({
    Metadata: { a: '1' },
  });
  expect(await s3.send(new HeadObjectCommand({ Bucket, Key: 'new' }))).toMatchObject({ Metadata: {} });
  expect((await s3.send(new GetObjectTaggingCommand({ Bucket, Key: 'new' }))).TagSet).toEqual([]);
  expect(changes.at(-1)).toMatchObject({ event: 'ObjectCreated:Copy', key: 'new' });
});

test('a listing goes page by page and rolls keys up to common prefixes', async () => {
  await engines.createBucket('listed');
  for (const Key of ['a/1', 'a/2', 'b/1', 'c'])
    await s3.send(new PutObjectCommand({ Bucket: 'listed', Key, Body: '-' }));
  const seen: (string | undefined)[] = [];
  let ContinuationToken: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: 'listed', Delimiter: '/', MaxKeys: 1, ContinuationToken }),
    );
    seen.push(
      ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      ...(page.Contents ?? []).map(({ Key }) => Key),
    );
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken);
  expect(seen).toEqual(['a/', 'b/', 'c']);
  const after = await s3.send(new ListObjectsV2Command({ Bucket: 'listed', StartAfter: 'a/1' }));
  expect(after.Contents?.map(({ Key }) => Key)).toEqual(['a/2', 'b/1', 'c']);
  const first = await s3.send(new ListObjectsCommand({ Bucket: 'listed', Marker: 'a/2' }));
  expect(first.Contents?.map(({ Key }) => Key)).toEqual(['b/1', 'c']);
});

test('many objects are deleted at once, and what is gone already is no error', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'x&1', Body: '-' }));
  const deleted = await s3.send(
    new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'x&1' }, { Key: 'never' }] } }),
  );
  expect(deleted.Deleted?.map(({ Key }) => Key)).toEqual(['x&1', 'never']);
  expect(changes.at(-1)).toMatchObject({ event: 'ObjectRemoved:Delete', key: 'x&1' });
});

test('buckets are listed, found, and deleted only when empty', async () => {
  await engines.createBucket('short-lived');
  await s3.send(new PutObjectCommand({ Bucket: 'short-lived', Key: 'k', Body: '-' }));
  const remove = () => s3.send(new DeleteBucketCommand({ Bucket: 'short-lived' }));
  await expect(remove()).rejects.toMatchObject({ name: 'BucketNotEmpty' });
  await s3.send(new DeleteObjectCommand({ Bucket: 'short-lived', Key: 'k' }));
  await remove();
  const { Buckets } = await s3.send(new ListBucketsCommand({}));
  expect(Buckets?.map(({ Name }) => Name)).toContain(Bucket);
  expect(Buckets?.map(({ Name }) => Name)).not.toContain('short-lived');
  await expect(s3.send(new HeadBucketCommand({ Bucket: 'short-lived' }))).rejects.toMatchObject({
    name: 'NotFound',
  });
});

test('presigned addresses write and read without a signature header', async () => {
  const upload = await getSignedUrl(s3, new PutObjectCommand({ Bucket, Key: 'up load' }), { expiresIn: 60 });
  const put = await fetch(upload, { method: 'PUT', body: 'by link' });
  expect(put.status).toBe(200);
  const download = await getSignedUrl(
    s3,
    new GetObjectCommand({ Bucket, Key: 'up load', ResponseContentDisposition: 'attachment' }),
  );
  const got = await fetch(download);
  expect([await got.text(), got.headers.get('content-disposition')]).toEqual(['by link', 'attachment']);
});

test('a presigned address is refused after its time, and so is a request without credentials', async () => {
  const signingDate = new Date(Date.now() - 120_000);
  const late = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'a' }), {
    expiresIn: 60,
    signingDate,
  });
  const expired = await fetch(late);
  expect([expired.status, await expired.text()]).toEqual([
    403,
    expect.stringContaining('Request has expired'),
  ]);
  expect((await fetch(`${engines.endpoint}/${Bucket}/a`)).status).toBe(403);
});

test('a body of unknown length arrives whole, chunk signatures taken out', async () => {
  const Body = Readable.from([Buffer.from('one '), Buffer.from('two')]);
  await s3.send(new PutObjectCommand({ Bucket, Key: 'streamed', Body, ContentLength: 7 }));
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'streamed' }));
  expect([await got.Body?.transformToString(), got.ContentEncoding]).toEqual(['one two', undefined]);
});

test('a body that does not have the checksum given is refused', async () => {
  const put = new PutObjectCommand({ Bucket, Key: 'damaged', Body: 'x', ChecksumSHA256: 'AAAA' });
  await expect(s3.send(put)).rejects.toMatchObject({ name: 'BadDigest' });
});

test('a client that is told nothing but the endpoint finds the bucket', async () => {
  const plain = client(false);
  await plain.send(new PutObjectCommand({ Bucket, Key: 'plain', Body: 'x' }));
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'plain' }))).ContentLength).toBe(1);
  plain.destroy();
});

test.each(['messages.localhost', 'messages.s3.us-east-1.amazonaws.com'])(
  'the bucket may stand in the host name %s',
  async (host) => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 'dir/hosted', Body: 'x' }));
    const status = await new Promise((resolve, reject) => {
      const headers = {
        host,
        authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request',
      };
      const url = `${engines.endpoint}/dir/hosted`;
      request(url, { method: 'HEAD', headers }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  },
);

test('an operation that is not here is refused by name', async () => {
  await expect(s3.send(new GetBucketAclCommand({ Bucket }))).rejects.toMatchObject({
    name: 'NotImplemented',
    message: "tankard local's S3 has no operation for GET bucket acl.",
  });
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'a', PartNumber: 1 }))).rejects.toMatchObject({
    name: 'NotImplemented',
  });
});
