import { expect, test } from 'vitest';
import type { MailView } from './look-up-mail.ts';
import { mailProblems } from './mail-problems.ts';

const from = (state: MailView['senders'][number]['state']) => ({ address: 'a@b.de', state });

test.each<[string, MailView | undefined, readonly string[]]>([
  ['nothing is known', undefined, []],
  ['its sender is verified', { senders: [from('verified')], sandbox: false }, []],
  ['its sender is not known', { senders: [from('unknown')], sandbox: false }, ['MAIL_SENDER_UNVERIFIED']],
  ['its sender has not answered', { senders: [from('waiting')], sandbox: false }, ['MAIL_SENDER_UNVERIFIED']],
  ['the account is in the sandbox', { senders: [from('verified')], sandbox: true }, ['MAIL_SANDBOX']],
])('an app of which %s', (_, view, codes) => {
  const problems = mailProblems(view, 'eu-west-1');
  expect(problems.map(({ code }) => code)).toEqual(codes);
  expect(problems.every(({ severity }) => severity === 'warning')).toBe(true);
});

test('the way out is to verify the sender, or to follow the link that it has got', () => {
  const [unknown, waiting] = mailProblems(
    { senders: [from('unknown'), from('waiting')], sandbox: false },
    'eu-west-1',
  );
  expect(unknown?.remedy).toContain('tankard mail verify a@b.de');
  expect(waiting?.remedy).toContain('Follow the link');
});
