import { ServiceError } from '../../endpoint/service-error.ts';
import type { Mail } from './mail.ts';

/** To, Cc and Bcc together: https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const MOST_RECIPIENTS = 50;

/**
 * What SES refuses in any account. Every identity counts as verified here, and no sending limit holds.
 *
 * @throws ServiceError InvalidParameterValue
 */
export function checkMail(mail: Pick<Mail, 'from' | 'to' | 'cc' | 'bcc' | 'replyTo'>): void {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  if (recipients.length === 0)
    throw new ServiceError('InvalidParameterValue', "Missing required header 'To'.");
  if (recipients.length > MOST_RECIPIENTS) {
    throw new ServiceError('InvalidParameterValue', `Recipient count exceeds ${MOST_RECIPIENTS}.`);
  }
  for (const address of [mail.from, ...recipients, ...mail.replyTo]) checkAddress(address);
}

function checkAddress(written: string): void {
  const address = /<([^<>]*)>\s*$/.exec(written)?.[1] ?? written.trim();
  const at = address.lastIndexOf('@');
  if (at < 0) throw new ServiceError('InvalidParameterValue', "Missing final '@domain'");
  if (at === 0) throw new ServiceError('InvalidParameterValue', 'Missing local name');
  if (
    !/^[^\s@]+$/.test(address.slice(0, at)) ||
    !/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*$/u.test(address.slice(at + 1))
  ) {
    throw new ServiceError('InvalidParameterValue', `Illegal address: ${written}`);
  }
}
