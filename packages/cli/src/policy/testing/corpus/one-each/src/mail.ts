import {
  SESClient,
  SendEmailCommand,
  SendRawEmailCommand,
  SendTemplatedEmailCommand,
} from '@aws-sdk/client-ses';
import { SESv2Client, SendEmailCommand as SendMail } from '@aws-sdk/client-sesv2';
import { app, type Input, sender } from './service.ts';

const first = new SESClient();
const second = new SESv2Client();

/**
 * SES knows senders and not resources: a condition holds the function to its parameter.
 *
 * - ses:SendEmail on ses:identity/* if StringEquals ses:FromAddress {Sender}
 */
export const mails = app.lambda(({ id, text }: Input) =>
  first.send(
    new SendEmailCommand({
      Source: sender.value,
      Destination: { ToAddresses: [id] },
      Message: { Subject: { Data: 'Hello' }, Body: { Text: { Data: text } } },
    }),
  ),
);

/**
 * A name before the address is no part of the condition.
 *
 * - ses:SendEmail on ses:identity/* if StringEquals ses:FromAddress {Sender}
 */
export const mailsByName = app.lambda(({ id, text }: Input) =>
  second.send(
    new SendMail({
      FromEmailAddress: `The shop <${sender.value}>`,
      Destination: { ToAddresses: [id] },
      Content: { Simple: { Subject: { Data: 'Hello' }, Body: { Text: { Data: text } } } },
    }),
  ),
);

/**
 * Raw mail, with version 1.
 *
 * - ses:SendRawEmail on ses:identity/* if StringEquals ses:FromAddress {Sender}
 */
export const mailsRaw = app.lambda(({ id, text }: Input) =>
  first.send(
    new SendRawEmailCommand({
      Source: sender.value,
      Destinations: [id],
      RawMessage: { Data: Buffer.from(`From: ${sender.value}\r\nSubject: Hello\r\n\r\n${text}`) },
    }),
  ),
);

/**
 * Raw mail, with version 2.
 *
 * - ses:SendRawEmail on ses:identity/* if StringEquals ses:FromAddress post@example.com
 */
export const mailsRawAgain = app.lambda(({ id, text }: Input) =>
  second.send(
    new SendMail({
      FromEmailAddress: 'post@example.com',
      Destination: { ToAddresses: [id] },
      Content: { Raw: { Data: Buffer.from(`Subject: Hello\r\n\r\n${text}`) } },
    }),
  ),
);

/**
 * A template is a resource beside the identity.
 *
 * - ses:SendTemplatedEmail on ses:identity/*, ses:template/welcome if StringEquals ses:FromAddress {Sender}
 */
export const mailsTemplate = app.lambda(({ id }: Input) =>
  first.send(
    new SendTemplatedEmailCommand({
      Source: sender.value,
      Destination: { ToAddresses: [id] },
      Template: 'welcome',
      TemplateData: '{}',
    }),
  ),
);

/**
 * A template, with version 2.
 *
 * - ses:SendEmail, ses:SendTemplatedEmail on ses:identity/*, ses:template/* if StringEquals ses:FromAddress {Sender}
 */
export const mailsTemplateAgain = app.lambda(({ id }: Input) =>
  second.send(
    new SendMail({
      FromEmailAddress: sender.value,
      Destination: { ToAddresses: [id] },
      Content: { Template: { TemplateName: 'welcome', TemplateData: '{}' } },
    }),
  ),
);
