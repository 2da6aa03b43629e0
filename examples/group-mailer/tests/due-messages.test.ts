import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logger } from '../src/log.ts';
import { saveMessage } from '../src/save-message.ts';
import { sendDueMessages } from '../src/send-due-messages.ts';
import { addresses, type Mailer, startMailer } from './start-mailer.ts';

const TIME = new Date('2026-05-06T07:10:00Z');
const HOUR = 3_600_000;
const remaining = () => 300_000;
const nothing = { sent: 0, poisoned: 0, held: 0, left: 0 };

let mailer: Mailer;
beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
});
beforeEach(async () => {
  await mailer.clear();
});

const schedule = (group: string, subject: string, time = TIME) =>
  saveMessage(group, { subject, body: `<p>${subject}</p>`, schedule_on: time.getTime() });

describe('a run', () => {
  it('mails what is due this hour as HTML, from SourceEmail, with the group in Bcc', async () => {
    await mailer.subscribe('choir', 'ann@example.com', 'bob@example.com');
    await mailer.subscribe('band', 'cid@example.com');
    await schedule('choir', 'Rehearsal');

    expect(await sendDueMessages(TIME, { remaining })).toEqual({ ...nothing, sent: 1 });

    expect(await mailer.mails()).toMatchObject([
      {
        from: 'mailer@example.com',
        to: [],
        bcc: ['ann@example.com', 'bob@example.com'],
        subject: 'Rehearsal',
        html: '<p>Rehearsal</p>',
      },
    ]);
    expect(await mailer.items()).toMatchObject([{ group: 'choir', sent: true, recipients: 2 }]);
  });

  it('mails both of two messages of one group in one hour', async () => {
    await mailer.subscribe('choir', 'ann@example.com');
    await schedule('choir', 'First');
    await schedule('choir', 'Second');

    expect(await sendDueMessages(TIME, { remaining })).toEqual({ ...nothing, sent: 2 });
    expect((await mailer.mails()).map(({ subject }) => subject).sort()).toEqual(['First', 'Second']);
  });

  it('sends to 50 people a call', async () => {
    const everybody = addresses(120);
    await mailer.subscribe('choir', ...everybody);
    await schedule('choir', 'Concert');
    await sendDueMessages(TIME, { remaining });

    const mails = await mailer.mails();
    expect(mails.map(({ bcc }) => bcc.length)).toEqual([50, 50, 20]);
    expect(mails.flatMap(({ bcc }) => bcc)).toEqual(everybody);
  });

  it('settles the message of a group without subscribers and mails nobody', async () => {
    await schedule('empty', 'Hello?');
    expect(await sendDueMessages(TIME, { remaining })).toEqual({ ...nothing, sent: 1 });
    expect(await mailer.mails()).toEqual([]);
    expect(await mailer.items()).toMatchObject([{ sent: true, recipients: 0 }]);
  });

  it('mails nothing again when Lambda repeats the event', async () => {
    await mailer.subscribe('choir', 'ann@example.com');
    await schedule('choir', 'Once');
    await sendDueMessages(TIME, { remaining });
    expect(await sendDueMessages(TIME, { remaining })).toEqual(nothing);
    expect(await mailer.mails()).toHaveLength(1);
  });

  it('catches up with the hours that were missed, the oldest first, as far as it looks back', async () => {
    await mailer.subscribe('choir', 'ann@example.com');
    await schedule('choir', 'Too old', new Date(TIME.getTime() - 3 * HOUR));
    await schedule('choir', 'Now');
    await schedule('choir', 'Missed', new Date(TIME.getTime() - 2 * HOUR));
    await schedule('choir', 'Not yet', new Date(TIME.getTime() + HOUR));

    expect(await sendDueMessages(TIME, { remaining, lookBack: 2 })).toEqual({ ...nothing, sent: 2 });
    expect((await mailer.mails()).map(({ subject }) => subject)).toEqual(['Missed', 'Now']);
  });

  it('reads all pages of an hour and of a group', async () => {
    // Past DynamoDB's megabyte a page: 1,100 items with a key of 1 KB each.
    const group = 'g'.repeat(980);
    await mailer.subscribe(group, ...addresses(1100));
    for (let count = 0; count < 6; count++) await schedule(group, `Message ${count}`);
    expect(await sendDueMessages(TIME, { remaining })).toEqual({ ...nothing, sent: 6 });
    expect(await mailer.mails()).toHaveLength(6 * 22);
  }, 60_000);
});

afterAll(() => mailer.close());
