import { expect, test } from 'vitest';
import { styleOf } from '../../report/style.ts';
import { mailsText } from './mail-text.ts';

const mail = {
  id: '1',
  sentAt: '2026-11-21T10:00:00.000Z',
  from: 'a@example.com',
  to: ['b@example.com', 'c@example.com'],
  cc: [],
  bcc: ['d@example.com'],
  replyTo: ['r@example.com'],
  subject: 'Hello',
  html: '<p>One</p>\n<p>Two</p>\n',
  attachments: [{ name: 'a.csv', type: 'text/csv', size: 3 }],
  operation: 'SendEmail',
};

test('a mail is shown with everybody who gets it and its text, or HTML without', () => {
  expect(
    mailsText([mail, { ...mail, subject: 'Second', text: 'plain' }], styleOf('plain')),
  ).toBe(`Hello  2026-11-21T10:00:00.000Z
  From: a@example.com
  To: b@example.com, c@example.com
  Bcc: d@example.com
  Reply-To: r@example.com
  Attached: a.csv (3 bytes)

  <p>One</p>
  <p>Two</p>

Second  2026-11-21T10:00:00.000Z
  From: a@example.com
  To: b@example.com, c@example.com
  Bcc: d@example.com
  Reply-To: r@example.com
  Attached: a.csv (3 bytes)

  plain`);
});

test('an empty inbox says so', () => {
  expect(mailsText([], styleOf('plain'))).toBe('No mail yet.');
});
