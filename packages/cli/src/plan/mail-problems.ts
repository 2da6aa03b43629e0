import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { MailView } from './look-up-mail.ts';

/** What keeps an app's mail from its readers, as warnings: a deploy is none the worse for it. */
export function mailProblems(view: MailView | undefined, region: string): readonly Problem[] {
  if (!view) return [];
  const unverified = view.senders.filter(({ state }) => state !== 'verified');
  return [
    ...unverified.map((sender) => senderUnverified(sender, region)),
    ...(view.sandbox ? [inSandbox(region)] : []),
  ];
}

function senderUnverified({ address, place, state }: MailView['senders'][number], region: string): Problem {
  return problem('MAIL_SENDER_UNVERIFIED', {
    severity: 'warning',
    message: `The app sends mail from ${address}, which SES has not verified in ${region}: SES refuses every one.`,
    place,
    subject: address,
    remedy:
      state === 'waiting'
        ? 'Follow the link in the mail that SES has sent there.'
        : `Run tankard mail verify ${address}, and follow the link in the mail that SES sends there.`,
  });
}

function inSandbox(region: string): Problem {
  return problem('MAIL_SANDBOX', {
    severity: 'warning',
    message: `SES keeps this account in its sandbox in ${region}: mail reaches verified addresses only, 200 a day.`,
    remedy:
      'For a trial verify those who get it too: tankard mail verify ADDRESS. To write to anybody, request production access: https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html',
  });
}
