import { describe, expect, it } from 'vitest';
import { App } from '../app.ts';
import { createTestClient, s3Event } from './index.ts';

describe('client.s3', () => {
  it('tells of an object, its key encoded as S3 does it', async () => {
    const app = new App('test');
    const seen: unknown[] = [];
    const onUpload = app.onS3Event(app.bucket('Uploads'), (event) => {
      seen.push([event.bucket, event.key, event.eventName, event.size]);
    });
    const client = createTestClient(app);
    await client.s3(onUpload).put('in/grüße & so+1.txt', { size: 3 });
    await client.s3(onUpload).remove('old.txt');
    expect(seen).toEqual([
      ['Uploads', 'in/grüße & so+1.txt', 'ObjectCreated:Put', 3],
      ['Uploads', 'old.txt', 'ObjectRemoved:Delete', undefined],
    ]);
  });

  it('knows a bucket by its ARN', async () => {
    const app = new App('test');
    const onUpload = app.onS3Event('arn:aws:s3:::mine', (event) => {
      throw new Error(event.bucket);
    });
    await expect(createTestClient(app).s3(onUpload).put('a')).rejects.toThrow(/^mine$/);
  });
});

describe('s3Event', () => {
  it('has the shape that S3 sends', () => {
    const more = { eventName: 'ObjectCreated:Copy', versionId: 'v', eTag: 'e', size: 1 };
    expect(s3Event('a b/c', more, 'mine')).toMatchObject({
      Records: [
        {
          eventSource: 'aws:s3',
          eventName: 'ObjectCreated:Copy',
          s3: {
            bucket: { name: 'mine', arn: 'arn:aws:s3:::mine' },
            object: { key: 'a+b/c', size: 1, eTag: 'e', versionId: 'v' },
          },
        },
      ],
    });
  });
});
