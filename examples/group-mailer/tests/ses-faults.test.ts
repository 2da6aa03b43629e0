import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { logger } from '../src/log.ts';
import { RefusedError, sendMail } from '../src/mail.ts';
import { type FaultyEndpoint, startFaultyEndpoint } from './faulty-endpoint.ts';
import { type Mailer, startMailer } from './start-mailer.ts';

const mail = { subject: 'Concert', html: '<p>!</p>', bcc: ['ann@example.com'] };
const answer = (status: number, code: string) => ({
  status,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
});

let mailer: Mailer;
let ses: FaultyEndpoint;
beforeAll(async () => {
  logger.setLogLevel('SILENT');
  mailer = await startMailer();
  ses = await startFaultyEndpoint(mailer.endpoint);
  process.env.AWS_ENDPOINT_URL_SES = ses.url;
});
beforeEach(() => {
  ses.requests = 0;
});
afterAll(async () => {
  await ses.close();
  await mailer.close();
});

describe('sendMail', () => {
  it('tries again where SES says that it goes too fast', async () => {
    ses.faults = [answer(400, 'Throttling'), answer(400, 'Throttling')];
    await sendMail(mail, 1);
    expect(ses.requests).toBe(3);
    expect(await mailer.mails()).toHaveLength(1);
  });

  it('gives up as refused where SES goes on saying so', async () => {
    ses.faults = Array.from({ length: 5 }, () => answer(400, 'Throttling'));
    await expect(sendMail(mail, 1)).rejects.toThrow(RefusedError);
    expect(ses.requests).toBe(5);
  });

  it('calls a message that SES rejects refused, and does not repeat it', async () => {
    ses.faults = [answer(400, 'MessageRejected')];
    await expect(sendMail(mail, 1)).rejects.toThrow(RefusedError);
    expect(ses.requests).toBe(1);
  });

  it.each([
    { what: 'a 500', fault: answer(500, 'InternalFailure') },
    { what: 'a cut connection', fault: 'cut after it is done' as const },
  ])('does not repeat a call after $what, and does not call it refused', async ({ fault }) => {
    ses.faults = [fault];
    await expect(sendMail(mail, 1)).rejects.not.toThrow(RefusedError);
    expect(ses.requests).toBe(1);
  });
});
