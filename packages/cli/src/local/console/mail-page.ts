import type { Mail } from '../emulators/ses/mail.ts';
import { type Reply, SECURE } from './reply.ts';

/**
 * A mail is somebody else's page: no script, no form, nothing loaded from anywhere, and an origin of its own, even where it is opened
 * outside of the console's frame. Its links open new windows, which know nothing of this one.
 */
const POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Before what the mail says, so that it counts: the first `base` of a page wins. */
const HEAD = '<!doctype html><meta charset="utf-8"><base target="_blank">';

/** The HTML of one mail. */
export function mailPage(mails: readonly Mail[], id: string): Reply {
  const mail = mails.find((one) => one.id === id);
  return {
    status: mail?.html === undefined ? 404 : 200,
    headers: {
      ...SECURE,
      'content-security-policy': POLICY,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    },
    body: Buffer.from(mail?.html === undefined ? '' : HEAD + mail.html),
  };
}
