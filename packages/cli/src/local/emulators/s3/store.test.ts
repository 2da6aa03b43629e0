import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { S3Store } from './store.ts';

const PARTS = { headers: {}, metadata: {}, tags: {}, checksums: {} };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tankard-s3-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

test('objects are there when the store is opened again', async () => {
  const store = await S3Store.open(folder);
  await store.create('kept');
  await store.bucket('kept').put({ ...PARTS, key: 'a/b', tags: { t: '1' } }, Buffer.from('bytes'));
  const again = (await S3Store.open(folder)).bucket('kept');
  const object = again.get('a/b');
  expect(object).toMatchObject({ key: 'a/b', size: 5, tags: { t: '1' } });
  expect(object && (await text(again.read(object)))).toBe('bytes');
});

test('what a killed write left behind is removed, and what is no bucket is passed over', async () => {
  const store = await S3Store.open(folder);
  await store.create('kept');
  await store.bucket('kept').put({ ...PARTS, key: 'a' }, Buffer.from('1'));
  await writeFile(join(folder, 'kept/blobs/stray'), 'half');
  await writeFile(join(folder, 'kept/objects/stray.json.new'), '{');
  await mkdir(join(folder, 'unfinished/blobs'), { recursive: true });
  await writeFile(join(folder, 'file'), '');
  const again = await S3Store.open(folder);
  expect(again.list().map(({ name }) => name)).toEqual(['kept']);
  expect(await readdir(join(folder, 'kept/blobs'))).toHaveLength(1);
  expect(await readdir(join(folder, 'kept/objects'))).toHaveLength(1);
});

test('an object that is replaced while it is read is read to its end as it was', async () => {
  const store = await S3Store.open(folder);
  await store.create('kept');
  const bucket = store.bucket('kept');
  const before = await bucket.put({ ...PARTS, key: 'a' }, Buffer.alloc(200_000, 'x'));
  const reading = bucket.read(before);
  await bucket.put({ ...PARTS, key: 'a' }, Buffer.from('new'));
  expect(await text(reading)).toBe('x'.repeat(200_000));
});

test('many writers of one key leave one object and its bytes', async () => {
  const store = await S3Store.open(folder);
  await store.create('kept');
  const bucket = store.bucket('kept');
  await Promise.all([...'abcdefgh'].map((letter) => bucket.put({ ...PARTS, key: 'k' }, Buffer.from(letter))));
  const object = bucket.get('k');
  expect(object && (await text(bucket.read(object)))).toBe('h');
  expect(await readdir(join(folder, 'kept/blobs'))).toHaveLength(1);
});

test.each(['ab', 'Upper', 'a..b', 'under_score', '-x-'])('%s is no name for a bucket', async (name) => {
  const store = await S3Store.open(folder);
  await expect(store.create(name)).rejects.toMatchObject({ code: 'InvalidBucketName' });
});
