import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { replyToEmail, sourceEmail } from './service.ts';

/** Mails candidates through SES. */
export class Mailer {
  constructor(private readonly client = new SESClient({})) {}

  /** Tells a candidate where the assignment is. */
  async sendAssignment(to: string, url: string): Promise<void> {
    await this.client.send(
      new SendEmailCommand({
        Source: sourceEmail.value,
        ReplyToAddresses: [replyToEmail.value],
        Destination: { ToAddresses: [to] },
        Message: {
          Subject: { Data: 'Coding Round', Charset: 'UTF-8' },
          Body: { Text: { Data: `Hello, please download assignment from ${url}`, Charset: 'UTF-8' } },
        },
      }),
    );
  }
}
