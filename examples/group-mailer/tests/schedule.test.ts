import { createTestClient } from '@tankard/framework/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { app, sendScheduledMessages } from '../src/app.ts';
import { logger } from '../src/log.ts';
import { type Mailer, startMailer } from './start-mailer.ts';

let mailer: Mailer;
beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
});
afterAll(() => mailer.close());

it('mails in the hour of the schedule what the routes took', async () => {
  const { http, schedule } = createTestClient(app);
  const time = new Date('2026-05-06T07:00:00Z');
  await http.post('/choir/subscribers', { json: { email: 'ann@example.com' } });
  const message = { subject: 'Rehearsal', body: '<p>Tonight</p>', schedule_on: time.getTime() };
  await http.post('/choir/schedule', { json: message });

  const summary = await schedule(sendScheduledMessages).run(time);
  expect(summary).toEqual({ sent: 1, poisoned: 0, held: 0, left: 0 });
  expect(await mailer.mails()).toMatchObject([
    { bcc: ['ann@example.com'], subject: 'Rehearsal', html: '<p>Tonight</p>' },
  ]);
});
