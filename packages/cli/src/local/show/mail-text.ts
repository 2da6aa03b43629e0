import type { Style } from '../../report/style.ts';
import type { Mail } from '../emulators/ses/mail.ts';

/** Mails as a person reads them, oldest first. */
export function mailsText(mails: readonly Mail[], style: Style): string {
  if (mails.length === 0) return 'No mail yet.';
  return mails.map((mail) => mailText(mail, style)).join('\n\n');
}

function mailText(mail: Mail, style: Style): string {
  const rows: readonly (readonly [string, string])[] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply-To', mail.replyTo.join(', ')],
    ['Attached', mail.attachments.map(({ name, size }) => `${name} (${size} bytes)`).join(', ')],
  ];
  const head = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `  ${style.faint(`${name}:`)} ${value}`);
  const body = (mail.text ?? mail.html ?? '').trimEnd().split('\n');
  return [
    `${style.strong(mail.subject)}  ${style.faint(mail.sentAt)}`,
    ...head,
    '',
    ...body.map((line) => `  ${line}`),
  ].join('\n');
}
