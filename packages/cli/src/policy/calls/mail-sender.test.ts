import { expect, it } from 'vitest';
import { usageIn } from '../testing/source.ts';

const senderIn = (source: string) =>
  usageIn(
    `import { SendEmailCommand } from '@aws-sdk/client-ses'; import { SendEmailCommand as Send2, SESv2 } from '@aws-sdk/client-sesv2';\n${source}`,
  ).calls[0]?.from;

it.each([
  ['a parameter', 'new SendEmailCommand({ Source: sender.value });', { parameter: 'Sender' }],
  ['a parameter, in version 2', 'new Send2({ FromEmailAddress: sender.value });', { parameter: 'Sender' }],
  [
    'a parameter, in the aggregated client',
    'new SESv2({}).sendEmail({ FromEmailAddress: sender.value });',
    { parameter: 'Sender' },
  ],
  [
    'a parameter behind a name',
    `new SendEmailCommand({ Source: \`Shop <\${sender.value}>\` });`,
    { parameter: 'Sender' },
  ],
  ['an address', "new SendEmailCommand({ Source: 'shop@example.com' });", { literal: 'shop@example.com' }],
  [
    'an address behind a name',
    "new SendEmailCommand({ Source: 'Shop <shop@example.com>' });",
    { literal: 'shop@example.com' },
  ],
  ['nothing, from the environment', 'new SendEmailCommand({ Source: process.env.FROM });', undefined],
  [
    'nothing, where there are two',
    "new SendEmailCommand({ Source: a ? 'x@y.z' : sender.value });",
    undefined,
  ],
  [
    'nothing, where the address is put together',
    `new SendEmailCommand({ Source: \`\${name}@\${sender.value}\` });`,
    undefined,
  ],
  ['nothing, where it is not given', 'new Send2({ Content: {} });', undefined],
])('the sender of a mail is seen as %s', (_, source, expected) => {
  expect(senderIn(source)).toEqual(expected);
});
