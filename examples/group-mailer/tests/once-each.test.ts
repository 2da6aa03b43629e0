import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '../src/log.ts';
import { type Mail, RefusedError, type SendMail, sendMail } from '../src/mail.ts';
import { saveMessage } from '../src/save-message.ts';
import { sendDueMessages } from '../src/send-due-messages.ts';
import { addresses, type Mailer, startMailer } from './start-mailer.ts';

const TIME = new Date('2026-05-06T07:10:00Z');
const LEASE_IS_OVER = () => Date.now() + 400_000;
const remaining = () => 300_000;
const everybody = addresses(120);

let mailer: Mailer;
beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
});
beforeEach(async () => {
  await mailer.clear();
  await mailer.subscribe('choir', ...everybody);
});
afterAll(() => mailer.close());

const schedule = (subject: string) =>
  saveMessage('choir', { subject, body: '<p>!</p>', schedule_on: TIME.getTime() });
const mailed = async () => (await mailer.mails()).flatMap(({ bcc }) => bcc);

/** Sends, but does something else for the chunk that begins with the 51st member. */
const onSecondChunk =
  (instead: (mail: Mail) => Promise<void>): SendMail =>
  (mail) =>
    mail.bcc[0] === everybody[50] ? instead(mail) : sendMail(mail);

describe('a chunk is mailed once', () => {
  it('where two runs go at once', async () => {
    const subjects = ['One', 'Two', 'Three', 'Four', 'Five'];
    for (const subject of subjects) await schedule(subject);

    const runs = await Promise.all([
      sendDueMessages(TIME, { remaining }),
      sendDueMessages(TIME, { remaining }),
      sendDueMessages(TIME, { remaining }),
    ]);

    expect(runs.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
    for (const subject of subjects) {
      const mails = (await mailer.mails()).filter((mail) => mail.subject === subject);
      expect(mails.flatMap(({ bcc }) => bcc)).toEqual(everybody);
    }
  });

  it('where the first run hangs in a call for longer than its claim holds', async () => {
    await schedule('Concert');
    const called = Promise.withResolvers<void>();
    const letGo = Promise.withResolvers<void>();
    const slow = sendDueMessages(TIME, {
      remaining,
      send: onSecondChunk(async (mail) => {
        called.resolve();
        await letGo.promise;
        await sendMail(mail);
      }),
    });
    await called.promise;

    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 0, held: 1 });
    expect(await sendDueMessages(TIME, { remaining, now: LEASE_IS_OVER })).toMatchObject({ sent: 1 });
    letGo.resolve();
    expect(await slow).toMatchObject({ sent: 0, held: 1 });
    expect((await mailed()).sort()).toEqual(everybody);
  });

  it('where the table could not be told that it was sent', async () => {
    await schedule('Concert');
    const run = sendDueMessages(TIME, {
      remaining,
      send: onSecondChunk(async (mail) => {
        await sendMail(mail);
        throw new Error('The answer was lost');
      }),
    });
    await expect(run).rejects.toThrow('Messages left for a later run: 1');

    const logged = vi.spyOn(logger, 'error');
    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
    const range = { after: everybody[49], through: everybody[99] };
    expect(await mailer.items()).toMatchObject([{ sent: true, in_doubt: [range] }]);
    expect(logged).toHaveBeenCalledWith(
      'A chunk may not have been sent and is not sent again',
      expect.objectContaining({ group: 'choir', ...range }),
    );
  });
});

describe('no chunk is lost', () => {
  it('where SES refuses it: the next run sends it', async () => {
    await schedule('Concert');
    const run = sendDueMessages(TIME, {
      remaining,
      send: onSecondChunk(async () => {
        throw new RefusedError('Sending is paused');
      }),
    });
    await expect(run).rejects.toThrow('Messages left for a later run: 1');
    expect(await mailed()).toEqual(everybody.slice(0, 50));

    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
    const [item] = await mailer.items();
    expect(item).toMatchObject({ sent: true, recipients: 120 });
    expect(item).not.toHaveProperty('in_doubt');
  });

  it('where SES does not take one address: everybody else gets the mail', async () => {
    await mailer.subscribe('choir', 'member0007 example.com', 'member0111');
    await schedule('Concert');
    const logged = vi.spyOn(logger, 'error');

    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
    expect(await mailer.items()).toMatchObject([
      { sent: true, recipients: 120, refused: ['member0007 example.com', 'member0111'] },
    ]);
    expect(logged.mock.calls.map(([message]) => message)).toEqual([
      'SES does not take an address',
      'SES does not take an address',
    ]);
    logged.mockRestore();
  });

  it('where SourceEmail is wrong: the message waits until it is right', async () => {
    await schedule('Concert');
    vi.stubEnv('TANKARD_PARAMETER_SOURCE_EMAIL', 'The Mailer <mailer@example.com>');
    await expect(sendDueMessages(TIME, { remaining })).rejects.toThrow('Messages left for a later run: 1');
    vi.unstubAllEnvs();
    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
  });

  it('where a run comes to the end of its time: the next one goes on from there', async () => {
    await schedule('Concert');
    let left = 300_000;
    const run = sendDueMessages(TIME, {
      remaining: () => left,
      send: async (mail) => {
        await sendMail(mail);
        left = 1_000;
      },
    });
    await expect(run).rejects.toThrow('Messages left for a later run: 1');
    expect(await mailed()).toEqual(everybody.slice(0, 50));

    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
  });

  it('where people join between two runs: nobody of those who were there gets it twice or never', async () => {
    await schedule('Concert');
    const refuse = onSecondChunk(async () => {
      throw new RefusedError('Too many today');
    });
    await expect(sendDueMessages(TIME, { remaining, send: refuse })).rejects.toThrow();
    await mailer.subscribe('choir', 'aaron@example.com', 'member0075b@example.com');

    await sendDueMessages(TIME, { remaining });
    expect(await mailed()).toEqual([...everybody, 'member0075b@example.com'].sort());
  });
});
