import { chunksOf } from './chunks.ts';
import { type ItemKey, updateClaimed } from './claim.ts';
import { logger } from './log.ts';
import { RECIPIENTS_A_MAIL, RefusedError } from './mail.ts';
import type { StoredMessage } from './message.ts';
import type { Progress } from './progress.ts';
import { hasTime, type Run } from './run.ts';
import { subscribersOf } from './subscribers-of.ts';

/** Mails what is left of a group; `undefined` where the run's time is over before the group is through. */
export async function sendChunks(
  key: ItemKey,
  progress: Progress,
  message: StoredMessage,
  run: Run,
): Promise<Progress | undefined> {
  const left = subscribersOf(progress.group, progress.mailedThrough);
  let done = progress;
  for await (const bcc of chunksOf(left, RECIPIENTS_A_MAIL)) {
    if (!hasTime(run)) return undefined;
    done = await sendChunk(key, done, message, bcc, run);
  }
  return done;
}

async function sendChunk(
  key: ItemKey,
  progress: Progress,
  message: StoredMessage,
  bcc: readonly string[],
  run: Run,
): Promise<Progress> {
  const through = bcc.at(-1) ?? '';
  await updateClaimed(key, run, {
    set: { sending_through: { S: through }, claimed_until: { N: String(run.until()) } },
  });
  let done: Progress = { ...progress, mailedThrough: through, recipients: progress.recipients + bcc.length };
  try {
    await run.send({ subject: message.subject, html: message.body, bcc });
  } catch (error) {
    if (!(error instanceof RefusedError && error.isForAnAddress)) throw error;
    // One wrong address makes SES refuse all of the call: halve the chunk until that address is alone.
    if (bcc.length > 1) {
      const half = Math.ceil(bcc.length / 2);
      const first = await sendChunk(key, progress, message, bcc.slice(0, half), run);
      return sendChunk(key, first, message, bcc.slice(half), run);
    }
    logger.error('SES does not take an address', { group: progress.group, key: progress.messageKey, error });
    done = { ...progress, mailedThrough: through, refused: [...progress.refused, { S: through }] };
  }
  await updateClaimed(key, run, {
    set: {
      mailed_through: { S: through },
      recipients: { N: String(done.recipients) },
      ...(done.refused.length > 0 && { refused: { L: [...done.refused] } }),
    },
    remove: 'sending_through',
  });
  return done;
}
