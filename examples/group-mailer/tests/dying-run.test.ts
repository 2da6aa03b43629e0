import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logger } from '../src/log.ts';
import { saveMessage } from '../src/save-message.ts';
import { sendDueMessages } from '../src/send-due-messages.ts';
import { addresses, type Mailer, startMailer } from './start-mailer.ts';

const TIME = new Date('2026-05-06T07:10:00Z');
const LEASE_IS_OVER = () => Date.now() + 60_000;
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
  await saveMessage('choir', { subject: 'Concert', body: '<p>!</p>', schedule_on: TIME.getTime() });
});
afterAll(() => mailer.close());

const mailed = async () => (await mailer.mails()).flatMap(({ bcc }) => bcc);

/** Runs in a process of its own that is killed at a moment, and gives the signal that ended it. */
async function dyingRun(moment: string): Promise<unknown> {
  const script = fileURLToPath(new URL('dying-run.ts', import.meta.url));
  const child = spawn(process.execPath, [script, moment, TIME.toISOString()], { stdio: 'ignore' });
  const [, signal] = await once(child, 'exit');
  return signal;
}

describe('a run that is killed', () => {
  it('after its claim loses nothing: the next run takes over when the claim ends', async () => {
    expect(await dyingRun('after the claim')).toBe('SIGKILL');
    expect(await sendDueMessages(TIME, { remaining })).toMatchObject({ sent: 0, held: 1 });
    expect(await mailed()).toEqual([]);

    expect(await sendDueMessages(TIME, { remaining, now: LEASE_IS_OVER })).toMatchObject({ sent: 1 });
    expect(await mailed()).toEqual(everybody);
    expect((await mailer.items())[0]).not.toHaveProperty('in_doubt');
  });

  it.each([
    { moment: 'before the call', reached: [...everybody.slice(0, 50), ...everybody.slice(100)] },
    { moment: 'after the call', reached: everybody },
  ])(
    'around a call to SES ($moment) leaves that chunk in doubt, and nobody is mailed twice',
    async ({ moment, reached }) => {
      expect(await dyingRun(moment)).toBe('SIGKILL');
      expect(await sendDueMessages(TIME, { remaining, now: LEASE_IS_OVER })).toMatchObject({ sent: 1 });
      expect(await mailed()).toEqual(reached);
      expect(await mailer.items()).toMatchObject([
        { sent: true, in_doubt: [{ after: everybody[49], through: everybody[99] }] },
      ]);
    },
  );
});
