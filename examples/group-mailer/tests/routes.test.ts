import { GetObjectCommand, GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { createTestClient } from '@tankard/framework/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../src/app.ts';
import { logger } from '../src/log.ts';
import { storage } from '../src/service.ts';
import { addresses, type Mailer, startMailer } from './start-mailer.ts';

const { http } = createTestClient(app);

let mailer: Mailer;
beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
});
beforeEach(() => mailer.clear());
afterAll(() => mailer.close());

describe('POST /{group}/subscribers', () => {
  it('adds a subscriber, and the same one again only once', async () => {
    for (const email of ['ann@example.com', 'ann@example.com', 'Ann@Example.com']) {
      const response = await http.post('/choir/subscribers', { json: { email } });
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({
        details: { group_name: 'choir', subscriber: 'ann@example.com' },
      });
    }
    const listed = await http.get('/choir/subscribers');
    expect(listed.json()).toEqual([{ group_name: 'choir', subscriber: 'ann@example.com' }]);
  });

  it.each([
    { what: 'no email', body: '{}', err: /^email: / },
    { what: 'a malformed email', body: '{"email":"ann at example"}', err: /^email: / },
    { what: 'an email that is no text', body: '{"email":7}', err: /^email: / },
    { what: 'no body', body: '', err: /./ },
    { what: 'a body that is not JSON', body: '{"email":', err: /./ },
  ])('answers 400 to $what', async ({ body, err }) => {
    const response = await http.post('/choir/subscribers', { body });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ err: expect.stringMatching(err) });
    expect((await http.get('/choir/subscribers')).json()).toEqual([]);
  });
});

describe('GET /{group}/subscribers', () => {
  it('gives all pages of the group, and nobody of another one', async () => {
    // Past DynamoDB's megabyte a page: 1,100 items with a key of 1 KB each.
    const group = 'g'.repeat(1000);
    await mailer.subscribe(group, ...addresses(1100));
    await mailer.subscribe('band', 'cid@example.com');
    const listed: { group_name: string; subscriber: string }[] = (
      await http.get(`/${group}/subscribers`)
    ).json();
    expect(listed.map(({ subscriber }) => subscriber)).toEqual(addresses(1100));
    expect(listed.every(({ group_name }) => group_name === group)).toBe(true);
  });

  it('takes a group whose name is encoded in the path', async () => {
    await mailer.subscribe('tea & cake', 'ann@example.com');
    const listed = await http.get(`/${encodeURIComponent('tea & cake')}/subscribers`);
    expect(listed.json()).toEqual([{ group_name: 'tea & cake', subscriber: 'ann@example.com' }]);
  });
});

describe('POST /{group}/schedule', () => {
  const message = { subject: 'Rehearsal!', body: '<p>Tonight</p>', schedule_on: 1649753447000 };

  it('keeps the message, its tags and its hour, and says so', async () => {
    const response = await http.post('/choir/schedule', { json: message });
    expect(response.statusCode).toBe(200);
    const answer = response.json<{ details: { key: string } }>();
    const { key } = answer.details;
    expect(answer).toEqual({
      message: 'Message scheduled successfully',
      details: {
        group: 'choir',
        subject: 'Rehearsal!',
        scheduled: '2022-04-12 08:50:47',
        key: expect.any(String),
      },
    });

    expect(await mailer.items()).toEqual([
      {
        scheduled_date: '2022_4_12_8',
        group_name: `choir#${key}`,
        group: 'choir',
        message_key: key,
        message_added: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    ]);
    const object = { Bucket: 'scheduled-messages', Key: key };
    const stored = await storage.send(new GetObjectCommand(object));
    expect(JSON.parse((await stored.Body?.transformToString()) ?? '')).toEqual({
      subject: 'Rehearsal!',
      body: '<p>Tonight</p>',
    });
    const { TagSet } = await storage.send(new GetObjectTaggingCommand(object));
    expect(Object.fromEntries((TagSet ?? []).map(({ Key, Value }) => [Key, Value]))).toEqual({
      group: 'choir',
      subject: 'Rehearsal',
      scheduled: '2022-04-12 08:50:47',
      key,
    });
  });

  it('keeps two messages of one group in one hour apart', async () => {
    await http.post('/choir/schedule', { json: message });
    await http.post('/choir/schedule', { json: message });
    expect(await mailer.items()).toHaveLength(2);
  });

  it('answers 500 to a missing body, as the tutorial does', async () => {
    const response = await http.post('/choir/schedule');
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ err: 'Missing message details' });
  });

  it.each([
    { what: 'is not JSON', body: 'Rehearsal' },
    { what: 'lacks the subject', body: '{"body":"<p>!</p>","schedule_on":1649753447000}' },
    { what: 'has a date as text', body: '{"subject":"!","body":"<p>!</p>","schedule_on":"tomorrow"}' },
    {
      what: 'has a date that no calendar knows',
      body: '{"subject":"!","body":"<p>!</p>","schedule_on":9e15}',
    },
  ])('answers 500 to a body that $what, and logs why', async ({ body }) => {
    const logged = vi.spyOn(logger, 'error');
    const response = await http.post('/choir/schedule', { body });
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ err: 'Failed saving message' });
    expect(logged).toHaveBeenCalledWith('The message does not fit', { issues: expect.any(Array) });
    expect(await mailer.items()).toEqual([]);
  });

  it.each(['TANKARD_BUCKET_SCHEDULED_MESSAGES_BUCKET', 'TANKARD_TABLE_SCHEDULED_MESSAGES'])(
    'answers 500 where %s is not there to be written, and logs why',
    async (variable) => {
      const logged = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
      vi.stubEnv(variable, 'not-there');
      const response = await http.post('/choir/schedule', { json: message });
      vi.unstubAllEnvs();
      expect(response.statusCode).toBe(500);
      expect(response.json()).toEqual({ err: 'Failed saving message' });
      expect(logged).toHaveBeenCalledWith(expect.stringMatching(/NoSuchBucket|ResourceNotFoundException/));
      logged.mockRestore();
    },
  );
});

describe('another failure', () => {
  it('is answered without its reason', async () => {
    vi.stubEnv('TANKARD_TABLE_SUBSCRIBERS', 'not-there');
    vi.stubEnv('TANKARD_LOG_LEVEL', 'FATAL');
    const response = await http.get('/choir/subscribers');
    vi.unstubAllEnvs();
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ err: 'Something went wrong' });
  });
});
