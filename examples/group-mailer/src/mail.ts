import { setTimeout } from 'node:timers/promises';
import { SendEmailCommand } from '@aws-sdk/client-ses';
import { ses, sourceEmail } from './service.ts';

/** SES takes at most 50 recipients a call. https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
export const RECIPIENTS_A_MAIL = 50;

const THROTTLED_TRIES = 4;

/**
 * A bare address. A wrong sender is found here, because SES refuses it in the same words as a wrong recipient;
 * a display name does not fit the role's condition on `ses:FromAddress`.
 */
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

export interface Mail {
  readonly subject: string;
  readonly html: string;
  readonly bcc: readonly string[];
}

/** Sends one mail. A {@link RefusedError} means that nothing was sent; after any other throw it may have been. */
export type SendMail = (mail: Mail) => Promise<void>;

/** The mail was surely not sent; `cause` says why. */
export class RefusedError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }

  /** SES does not take the form of an address; the same mail will be refused for ever. */
  get isForAnAddress(): boolean {
    return this.cause instanceof Error && this.cause.name === 'InvalidParameterValue';
  }
}

/** Sends through SES. While SES says that it goes too fast, waits (`pause` milliseconds, then twice as long) and tries again, four times. */
export async function sendMail(mail: Mail, pause = 500): Promise<void> {
  if (!ADDRESS.test(sourceEmail.value)) {
    throw new RefusedError(new Error(`SourceEmail is '${sourceEmail.value}', which is no bare address`));
  }
  for (let tries = 0; ; tries++) {
    try {
      await ses.send(
        new SendEmailCommand({
          Source: sourceEmail.value,
          Destination: { BccAddresses: [...mail.bcc] },
          Message: {
            Subject: { Data: mail.subject, Charset: 'UTF-8' },
            Body: { Html: { Data: mail.html, Charset: 'UTF-8' } },
          },
        }),
      );
      return;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (!isThrottled(error) || tries === THROTTLED_TRIES) throw new RefusedError(error);
      await setTimeout(pause * 2 ** tries);
    }
  }
}

/**
 * Whether an error shows that SES did not take the mail: it answered with a client's fault or said that it
 * is unavailable, or there was no connection or no credentials. A 500 or a cut connection shows nothing.
 * https://docs.aws.amazon.com/ses/latest/APIReference/CommonErrors.html
 */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  if (status !== undefined) return (status >= 400 && status < 500) || status === 503;
  const code = (error as { code?: string }).code ?? error.name;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError'].includes(code);
}

function isThrottled(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('Throttling');
}
