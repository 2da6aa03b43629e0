import { SESClient, VerifyEmailIdentityCommand } from '@aws-sdk/client-ses';
import type { MiniStack } from './ministack.ts';

/** The mails that SES took, as MiniStack lists them. */
export async function sentMails(engine: MiniStack): Promise<readonly Record<string, unknown>[]> {
  const answer = await fetch(`${engine.endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as {
    messages: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  };
  return Object.values(messages).flat();
}

/** SES sends only from an address that is verified; MiniStack holds to that, and verifies at once. */
export async function verifySender(engine: MiniStack, address: string): Promise<void> {
  await new SESClient(engine.client).send(new VerifyEmailIdentityCommand({ EmailAddress: address }));
}
