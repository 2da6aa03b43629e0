import {
  CreateEmailIdentityCommand,
  GetAccountCommand,
  GetEmailIdentityCommand,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { unless, unlessAbsent } from './error-name.ts';

/** Whether SES sends from an address: verified, waiting for its owner to follow the link, or not known to it. */
export type SenderState = 'verified' | 'waiting' | 'unknown';

/** A sender, and what makes it verified: the address itself, or a domain that it is in. */
export interface Sender {
  readonly state: SenderState;
  readonly identity?: string | undefined;
}

/**
 * Asks SES about a sender; only reads. A domain that is verified stands for its addresses and subdomains.
 * https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html
 */
export async function readSender(ses: SESv2Client, address: string): Promise<Sender> {
  let state: SenderState = 'unknown';
  for (const identity of [address, ...domainsOf(address)]) {
    const known = await unlessAbsent(ses.send(new GetEmailIdentityCommand({ EmailIdentity: identity })));
    if (known?.VerifiedForSendingStatus) return { state: 'verified', identity };
    if (known && identity === address) state = 'waiting';
  }
  return { state };
}

/** `['mail.example.com', 'example.com']`. */
function domainsOf(address: string): readonly string[] {
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  return labels.slice(0, -1).map((_, index) => labels.slice(index).join('.'));
}

/**
 * Whether the account sends to verified addresses only, in this region.
 * https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html
 */
export async function isInSandbox(ses: SESv2Client): Promise<boolean> {
  const { ProductionAccessEnabled } = await ses.send(new GetAccountCommand({}));
  return ProductionAccessEnabled === false;
}

/** Has SES send its owner a link. An address that waits for that already stays as it is. */
export async function askOwner(ses: SESv2Client, address: string): Promise<void> {
  await unless(ses.send(new CreateEmailIdentityCommand({ EmailIdentity: address })), [
    'AlreadyExistsException',
  ]);
}
