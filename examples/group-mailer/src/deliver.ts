import { ClaimLostError, claimItem, type ItemKey, updateClaimed } from './claim.ts';
import { logger } from './log.ts';
import { RefusedError } from './mail.ts';
import { type Progress, progressOf } from './progress.ts';
import { PoisonedError, readMessage } from './read-message.ts';
import { hasTime, type Run } from './run.ts';
import { sendChunks } from './send-chunks.ts';

/** `held`: another run has it. `left`: for a later run. */
export type Outcome = 'sent' | 'poisoned' | 'held' | 'left';

/** Mails one scheduled message: claim it, send what is left of it chunk by chunk, settle it. */
export async function deliver(key: ItemKey, run: Run): Promise<Outcome> {
  if (!hasTime(run)) return 'left';
  try {
    const item = await claimItem(key, run);
    if (!item) return 'held';
    const progress = await giveUpDoubtful(key, progressOf(item), run);
    const message = await readMessage(progress.messageKey);
    const done = await sendChunks(key, progress, message, run);
    return await (done ? settle(key, done, run) : release(key, run));
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
  await updateClaimed(key, run, {
    set: { mailed_through: { S: through }, in_doubt: { L: [...progress.inDoubt, chunk] } },
    remove: 'sending_through',
  });
  return { ...progress, mailedThrough: through };
}

async function settle(key: ItemKey, { group, messageKey, recipients }: Progress, run: Run): Promise<Outcome> {
  const now = new Date(run.now()).toISOString();
  await updateClaimed(key, run, {
    set: { sent: { BOOL: true }, sent_at: { S: now }, recipients: { N: String(recipients) } },
    remove: 'claimed_until',
  });
  logger.info('Message sent', { group, key: messageKey, recipients });
  return 'sent';
}

async function release(key: ItemKey, run: Run, remove?: string): Promise<Outcome> {
  await updateClaimed(key, run, {
    set: { claimed_until: { N: '0' } },
    ...(remove !== undefined && { remove }),
  });
  return 'left';
}

/** What an error means for the message: it is marked where no later run can send it, and given back otherwise. */
async function leave(key: ItemKey, thrown: unknown, run: Run): Promise<Outcome> {
  if (thrown instanceof ClaimLostError) return 'held';
  const item = key.group_name.S;
  const error = asError(thrown);
  try {
    if (error instanceof PoisonedError) {
      logger.error('Message cannot be sent', { item, error });
      await updateClaimed(key, run, { set: { failed: { S: error.message } }, remove: 'claimed_until' });
      return 'poisoned';
    }
    logger.error('Message is left for the next run', { item, error });
    // What SES refused was not sent. Of any other call nobody knows: its mark stays for the next run to see.
    return await release(key, run, error instanceof RefusedError ? 'sending_through' : undefined);
  } catch (second) {
    // The claim ends by itself at the time that it names.
    logger.warn('The claim could not be given back', { item, error: asError(second) });
    return 'left';
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
