import { chunksOf } from './chunks.ts';
import { type Claimant, ClaimLostError, claimItem, type ItemKey, updateClaimed } from './claim.ts';
import { logger } from './log.ts';
import { RECIPIENTS_A_MAIL, RefusedError, type SendMail } from './mail.ts';
import type { StoredMessage } from './message.ts';
import { type Progress, progressOf } from './progress.ts';
import { PoisonedError, readMessage } from './read-message.ts';
import { subscribersOf } from './subscribers-of.ts';

/** More than the longest chunk takes: no chunk is begun that the function's timeout could cut off. */
const RESERVE_MS = 25_000;

export interface Run extends Claimant {
  readonly send: SendMail;
  /** Milliseconds until Lambda ends the run. */
  readonly remaining: () => number;
}

/** `held`: another run has it. `left`: for a later run. */
export type Outcome = 'sent' | 'poisoned' | 'held' | 'left';

/** Mails one scheduled message: claim it, send what is left of it chunk by chunk, settle it. */
export async function deliver(key: ItemKey, run: Run): Promise<Outcome> {
  if (run.remaining() < RESERVE_MS) return 'left';
  try {
    const item = await claimItem(key, run);
    if (!item) return 'held';
    const progress = await giveUpDoubtful(key, progressOf(item), run);
    const message = await readMessage(progress.messageKey);
    return await sendChunks(key, progress, message, run);
  } catch (error) {
    return leave(key, error, run);
  }
}

/** A chunk of which nobody noted the outcome may have been sent, so it is not sent again but reported. */
async function giveUpDoubtful(key: ItemKey, progress: Progress, run: Run): Promise<Progress> {
  const { group, messageKey, mailedThrough: after, sendingThrough: through } = progress;
  if (through === undefined) return progress;
  logger.error('A chunk may not have been sent and is not sent again', {
    group,
    key: messageKey,
    after,
    through,
  });
  const chunk = { M: { ...(after !== undefined && { after: { S: after } }), through: { S: through } } };
  const inDoubt = [...progress.inDoubt, chunk];
  await updateClaimed(key, run, {
    set: { mailed_through: { S: through }, in_doubt: { L: inDoubt } },
    remove: 'sending_through',
  });
  return { ...progress, mailedThrough: through, sendingThrough: undefined, inDoubt };
}

async function sendChunks(
  key: ItemKey,
  progress: Progress,
  message: StoredMessage,
  run: Run,
): Promise<Outcome> {
  const { group, messageKey } = progress;
  let { recipients } = progress;
  for await (const bcc of chunksOf(subscribersOf(group, progress.mailedThrough), RECIPIENTS_A_MAIL)) {
    if (run.remaining() < RESERVE_MS) {
      await release(key, run);
      return 'left';
    }
    const through = { S: bcc.at(-1) ?? '' };
    await updateClaimed(key, run, {
      set: { sending_through: through, claimed_until: { N: String(run.until()) } },
    });
    await run.send({ subject: message.subject, html: message.body, bcc });
    recipients += bcc.length;
    await updateClaimed(key, run, {
      set: { mailed_through: through, recipients: { N: String(recipients) } },
      remove: 'sending_through',
    });
  }
  await updateClaimed(key, run, {
    set: {
      sent: { BOOL: true },
      sent_at: { S: new Date(run.now()).toISOString() },
      recipients: { N: String(recipients) },
    },
    remove: 'claimed_until',
  });
  logger.info('Message sent', { group, key: messageKey, recipients });
  return 'sent';
}

/** What an error means for the message: it is marked where no later run can send it, and given back otherwise. */
async function leave(key: ItemKey, error: unknown, run: Run): Promise<Outcome> {
  if (error instanceof ClaimLostError) return 'held';
  const reason = error instanceof Error ? error : new Error(String(error));
  const item = { item: key.group_name.S };
  try {
    if (error instanceof PoisonedError) {
      logger.error('Message cannot be sent', { ...item, error: reason });
      await updateClaimed(key, run, { set: { failed: { S: reason.message } }, remove: 'claimed_until' });
      return 'poisoned';
    }
    logger.error('Message is left for the next run', { ...item, error: reason });
    await release(key, run, error instanceof RefusedError ? 'sending_through' : undefined);
  } catch (second) {
    // The claim ends by itself at the time that it names.
    logger.warn('The claim could not be given back', {
      ...item,
      error: second instanceof Error ? second : String(second),
    });
  }
  return 'left';
}

async function release(key: ItemKey, run: Run, remove?: string): Promise<void> {
  await updateClaimed(key, run, {
    set: { claimed_until: { N: '0' } },
    ...(remove !== undefined && { remove }),
  });
}
