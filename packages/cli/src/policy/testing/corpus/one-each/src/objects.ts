import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  waitUntilObjectExists,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { app, archive, files, type Input } from './service.ts';

const client = new S3Client();

/**
 * An object is read.
 *
 * - s3:GetObject on Files/*
 */
export const readsObject = app.lambda(async ({ id }: Input) => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: files.name, Key: id }));
  return Body?.transformToString();
});

/**
 * Looking at an object is reading it.
 *
 * - s3:GetObject on Files/*
 */
export const looksAtObject = app.lambda(({ id }: Input) =>
  client.send(new HeadObjectCommand({ Bucket: files.name, Key: id })),
);

/**
 * Tags given at a write need an action of their own.
 *
 * - s3:PutObject, s3:PutObjectTagging on Files/*
 */
export const writesWithTags = app.lambda(({ id, text }: Input) =>
  client.send(new PutObjectCommand({ Bucket: files.name, Key: id, Body: text, Tagging: 'kept=yes' })),
);

/**
 * An object that is encrypted with a key of one's own.
 *
 * - kms:Decrypt, kms:GenerateDataKey on arn:aws:kms:eu-west-1:123456789012:key/0b7e
 * - s3:PutObject on Files/*
 */
export const writesEncrypted = app.lambda(({ id, text }: Input) =>
  client.send(
    new PutObjectCommand({
      Bucket: files.name,
      Key: id,
      Body: text,
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/0b7e',
    }),
  ),
);

/**
 * A list is an action on the bucket and not on its objects.
 *
 * - s3:ListBucket on Files
 */
export const listsObjects = app.lambda(() =>
  client.send(new ListObjectsV2Command({ Bucket: files.name, MaxKeys: 1 })),
);

/**
 * A paginator of a list, and the removal of what it finds.
 *
 * - s3:DeleteObject on Files/*
 * - s3:ListBucket on Files
 */
export const emptiesBucket = app.lambda(async () => {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: files.name })) {
    const Objects = Contents.map(({ Key }) => ({ Key }));
    if (Objects.length > 0)
      await client.send(new DeleteObjectsCommand({ Bucket: files.name, Delete: { Objects } }));
  }
});

/**
 * A copy reads in one bucket and writes in the other, tags included.
 *
 * - s3:GetObject, s3:GetObjectTagging on Files/*
 * - s3:PutObject, s3:PutObjectTagging on Archive/*
 */
export const copiesObject = app.lambda(({ id }: Input) =>
  client.send(new CopyObjectCommand({ Bucket: archive.name, Key: id, CopySource: `${files.name}/${id}` })),
);

/**
 * A waiter asks again and again.
 *
 * - s3:GetObject on Files/*
 */
export const waitsForObject = app.lambda(({ id }: Input) =>
  waitUntilObjectExists({ client, maxWaitTime: 10 }, { Bucket: files.name, Key: id }),
);

/**
 * An upload in parts may be given up.
 *
 * - s3:AbortMultipartUpload, s3:PutObject on Files/*
 */
export const uploads = app.lambda(({ id, text = '' }: Input) =>
  new Upload({ client, params: { Bucket: files.name, Key: id, Body: text } }).done(),
);

/**
 * Whoever has a signed URL acts as the function.
 *
 * - s3:PutObject on Files/*
 */
export const signsUrl = app.lambda(({ id }: Input) =>
  getSignedUrl(client, new PutObjectCommand({ Bucket: files.name, Key: id }), { expiresIn: 60 }),
);

/**
 * The list of all buckets is of no one resource.
 *
 * - s3:ListAllMyBuckets on *
 */
export const listsBuckets = app.lambda(() => client.send(new ListBucketsCommand({})));
