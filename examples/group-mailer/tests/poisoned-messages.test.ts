import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '../src/log.ts';
import { saveMessage } from '../src/save-message.ts';
import { sendDueMessages } from '../src/send-due-messages.ts';
import { storage } from '../src/service.ts';
import { type FaultyEndpoint, startFaultyEndpoint } from './faulty-endpoint.ts';
import { type Mailer, startMailer } from './start-mailer.ts';

const TIME = new Date('2026-05-06T07:10:00Z');
const remaining = () => 300_000;
const Bucket = 'scheduled-messages';

let mailer: Mailer;
let s3: FaultyEndpoint;
let good: string;
let poisoned: string;

beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
  s3 = await startFaultyEndpoint(mailer.endpoint);
  process.env.AWS_ENDPOINT_URL_S3 = s3.url;
});
beforeEach(async () => {
  const group = `choir ${Math.random()}`;
  await mailer.subscribe(group, 'ann@example.com');
  const schedule = (subject: string) =>
    saveMessage(group, { subject, body: '<p>!</p>', schedule_on: TIME.getTime() });
  poisoned = (await schedule('Poisoned')).key;
  good = (await schedule('Good')).key;
});
afterAll(async () => {
  await s3.close();
  await mailer.close();
});

const item = async (key: string) => (await mailer.items()).find((one) => one.message_key === key);

describe('a message that cannot be sent', () => {
  it.each([
    {
      is: 'gone',
      spoil: () => storage.send(new DeleteObjectCommand({ Bucket, Key: poisoned })),
      why: 'The object is gone',
    },
    {
      is: 'not JSON',
      spoil: () => storage.send(new PutObjectCommand({ Bucket, Key: poisoned, Body: '{"subject":' })),
      why: 'The object does not hold a message',
    },
    {
      is: 'without a subject',
      spoil: () => storage.send(new PutObjectCommand({ Bucket, Key: poisoned, Body: '{"body":"<p>!</p>"}' })),
      why: 'The object does not hold a message',
    },
  ])('is logged, counted and marked where it is $is, and the others are sent', async ({ spoil, why }) => {
    const logged = vi.spyOn(logger, 'error');
    const before = await mailer.mails();
    await spoil();

    expect(await sendDueMessages(TIME, { remaining })).toEqual({ sent: 1, poisoned: 1, held: 0, left: 0 });

    expect((await mailer.mails()).slice(before.length)).toMatchObject([{ subject: 'Good' }]);
    expect(await item(poisoned)).toMatchObject({ failed: why });
    expect(await item(good)).toMatchObject({ sent: true });
    expect(logged).toHaveBeenCalledWith(
      'Message cannot be sent',
      expect.objectContaining({ error: expect.objectContaining({ message: why }) }),
    );
    expect(await sendDueMessages(TIME, { remaining })).toEqual({ sent: 0, poisoned: 0, held: 0, left: 0 });
  });

  it('is taken for gone or denied where S3 says AccessDenied, and the log says both', async () => {
    const logged = vi.spyOn(logger, 'error');
    s3.faults = [
      { status: 403, body: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>' },
    ];
    expect(await sendDueMessages(TIME, { remaining })).toEqual({ sent: 1, poisoned: 1, held: 0, left: 0 });
    const why = 'The object is gone, or reading it is denied: S3 answers both with AccessDenied';
    expect((await mailer.items()).map(({ failed }) => failed)).toContain(why);
    expect(logged).toHaveBeenCalledWith(
      'Message cannot be sent',
      expect.objectContaining({ error: expect.objectContaining({ message: why }) }),
    );
  });

  it('is left for the next run, and not marked, where S3 itself fails', async () => {
    const fails = {
      status: 500,
      body: '<Error><Code>InternalError</Code><Message>We failed</Message></Error>',
    };
    // As often as the SDK tries.
    s3.faults = [fails, fails, fails];
    await expect(sendDueMessages(TIME, { remaining })).rejects.toThrow('Messages left for a later run: 1');
    expect(await sendDueMessages(TIME, { remaining })).toEqual({ sent: 1, poisoned: 0, held: 0, left: 0 });
    expect(await item(poisoned)).toMatchObject({ sent: true });
    expect(await item(good)).toMatchObject({ sent: true });
  });
});
