import { failedCall } from '../aws/error.ts';
import { isInSandbox, readSender, type Sender } from '../aws/mail.ts';
import type { Target } from '../aws/target.ts';
import type { MailSender } from './mail-senders.ts';

/** What SES says of an app's mail. */
export interface MailView {
  readonly senders: readonly (MailSender & Sender)[];
  /** Mail reaches verified addresses only. */
  readonly sandbox: boolean;
}

/** Asks SES about an app's senders; only reads. Nothing where there are none, and where the caller may not look. */
export async function lookUpMail(
  senders: readonly MailSender[],
  { clients }: Pick<Target, 'clients'>,
): Promise<MailView | undefined> {
  if (senders.length === 0) return undefined;
  const ses = await clients.ses();
  try {
    const [sandbox, ...seen] = await Promise.all([
      isInSandbox(ses),
      ...senders.map(async (sender) => ({ ...sender, ...(await readSender(ses, sender.address)) })),
    ]);
    return { sandbox, senders: seen };
  } catch (error) {
    if (failedCall(error)) return undefined;
    throw error;
  }
}
