import {
  GetSendQuotaCommand,
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  SendTemplatedEmailCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { GetAccountCommand, SESv2Client, SendEmailCommand as SendEmailV2 } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engines, startEngines } from '../../engines.ts';

let engines: Engines;
let first: SESClient;
let second: SESv2Client;

beforeAll(async () => {
  engines = await startEngines();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = { endpoint: engines.endpoint, region: 'us-east-1', credentials };
  first = new SESClient(options);
  second = new SESv2Client(options);
});

afterAll(async () => {
  first.destroy();
  second.destroy();
  await engines.close();
});

const latest = async () => (await engines.mails()).at(-1);

test('a mail of version 1 lies in the inbox under the id that the sender got', async () => {
  const { MessageId } = await first.send(
    new SendEmailCommand({
      Source: 'Mailer <news@example.com>',
      Destination: { BccAddresses: ['a@example.com', 'b@example.com'] },
      ReplyToAddresses: ['reply@example.com'],
      Message: { Subject: { Data: 'Grüße & <more>' }, Body: { Html: { Data: '<p>Hello</p>' } } },
    }),
  );
  expect(await latest()).toMatchObject({
    id: MessageId,
    from: 'Mailer <news@example.com>',
    to: [],
    bcc: ['a@example.com', 'b@example.com'],
    replyTo: ['reply@example.com'],
    subject: 'Grüße & <more>',
    html: '<p>Hello</p>',
  });
});

test('a raw mail is parsed, and destinations that no header names are blind copies', async () => {
  const Data = Buffer.from(
    [
      'From: Mailer <news@example.com>',
      'To: a@example.com',
      'Subject: =?UTF-8?B?R3LDvMOfZQ==?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hello',
      '--edge',
      'Content-Type: text/csv; name=a.csv',
      'Content-Disposition: attachment; filename=a.csv',
      '',
      '1,2',
      '--edge--',
    ].join('\r\n'),
  );
  const Destinations = ['a@example.com', 'hidden@example.com'];
  await first.send(new SendRawEmailCommand({ RawMessage: { Data }, Destinations }));
  const mail = await latest();
  expect(mail).toMatchObject({ subject: 'Grüße', to: ['a@example.com'], bcc: ['hidden@example.com'] });
  expect(mail?.text?.trim()).toBe('Hello');
  expect(mail?.attachments).toMatchObject([{ name: 'a.csv', type: 'text/csv' }]);
});

test('a mail of version 2 lies in the same inbox', async () => {
  const { MessageId } = await second.send(
    new SendEmailV2({
      FromEmailAddress: 'news@example.com',
      Destination: { ToAddresses: ['a@example.com'] },
      Content: { Simple: { Subject: { Data: 'Two' }, Body: { Text: { Data: 'Hello' } } } },
    }),
  );
  expect(await latest()).toMatchObject({
    id: MessageId,
    to: ['a@example.com'],
    subject: 'Two',
    text: 'Hello',
  });
});

test('fifty recipients are taken and one more is refused, by both versions', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `a${index}@example.com`);
  const send1 = (count: number) =>
    first.send(
      new SendEmailCommand({
        Source: 'news@example.com',
        Destination: { BccAddresses: many(count) },
        Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
      }),
    );
  const send2 = (count: number) =>
    second.send(
      new SendEmailV2({
        FromEmailAddress: 'news@example.com',
        Destination: { BccAddresses: many(count) },
        Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
      }),
    );
  await send1(50);
  await send2(50);
  await expect(send1(51)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  await expect(send2(51)).rejects.toMatchObject({ name: 'BadRequestException' });
});

test.each(['', 'nobody', '@example.com', 'a b@example.com', 'a@exa mple.com'])(
  'a mail from %j is refused',
  async (Source) => {
    const send = new SendEmailCommand({
      Source,
      Destination: { ToAddresses: ['a@example.com'] },
      Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
    });
    await expect(first.send(send)).rejects.toMatchObject({ name: 'InvalidParameterValue' });
  },
);

test('identities are verified at once and the quota is that of an account in production', async () => {
  await first.send(new VerifyEmailIdentityCommand({ EmailAddress: 'news@example.com' }));
  expect(await first.send(new GetSendQuotaCommand({}))).toMatchObject({ Max24HourSend: 50_000 });
  expect(await second.send(new GetAccountCommand({}))).toMatchObject({ ProductionAccessEnabled: true });
});

test('an operation that is not here is refused by name', async () => {
  const send = new SendTemplatedEmailCommand({
    Source: 'news@example.com',
    Destination: { ToAddresses: ['a@example.com'] },
    Template: 't',
    TemplateData: '{}',
  });
  await expect(first.send(send)).rejects.toMatchObject({
    name: 'NotImplemented',
    message: "tankard local's SES has no operation SendTemplatedEmail.",
  });
});
