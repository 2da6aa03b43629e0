import { expect, test } from 'vitest';
import { App } from '../index.ts';
import { s3Event, testContext } from '../testing/index.ts';

const app = new App('test');
const context = testContext();

function records(...keys: readonly string[]) {
  return { Records: keys.flatMap((key) => s3Event(key).Records) };
}

test.each(['a b+c.txt', 'caf\u00e9/\u2713 100%.txt'])(
  'the key %s is given as the object is called',
  async (name) => {
    const keys: string[] = [];
    const handler = app.onS3Event('files', ({ key }) => void keys.push(key));
    await handler(s3Event(name), context);
    expect(keys).toEqual([name]);
  },
);

test('a key that can not be decoded is given as it came', async () => {
  const [record] = s3Event('x').Records;
  const raw = { Records: [{ ...record, s3: { ...record?.s3, object: { key: '100%' } } }] };
  const keys: string[] = [];
  await app.onS3Event('files', ({ key }) => void keys.push(key))(raw, context);
  expect(keys).toEqual(['100%']);
});

test('the event says what happened, to what and when', async () => {
  const raw = s3Event('a', { size: 3, eTag: 'e', versionId: 'v', eventName: 'ObjectCreated:Copy' }, 'files');
  const seen: object[] = [];
  const handler = app.onS3Event('files', ({ bucket, eventName, size, eTag, versionId, time }) => {
    seen.push({ bucket, eventName, size, eTag, versionId, time });
  });
  await handler(raw, context);
  const time = new Date(raw.Records[0]?.eventTime ?? '');
  expect(seen).toEqual([
    { bucket: 'files', eventName: 'ObjectCreated:Copy', size: 3, eTag: 'e', versionId: 'v', time },
  ]);
});

test('errors fail the invocation after every record was tried', async () => {
  const tried: string[] = [];
  const handler = app.onS3Event('files', async ({ key }) => {
    tried.push(key);
    if (key !== 'b') throw new Error(key);
  });
  await expect(handler(records('a', 'b', 'c'), context)).rejects.toMatchObject({
    message: '2 of 3 records failed',
    errors: [new Error('a'), new Error('c')],
  });
  expect(tried).toEqual(['a', 'b', 'c']);
});

test('a single error is thrown as it is', async () => {
  const error = new TypeError('b');
  const handler = app.onS3Event('files', ({ key }) => {
    if (key === 'b') throw error;
  });
  await expect(handler(records('a', 'b'), context)).rejects.toBe(error);
});

test('an event of another source is refused', async () => {
  const handler = app.onS3Event('files', () => 1);
  await expect(handler({ Event: 's3:TestEvent' }, context)).rejects.toThrow('The event has no Records');
});
