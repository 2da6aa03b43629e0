import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { startHeartbeat } from './heartbeat.ts';
import { mayBeAlive } from './holder.ts';
import { lockedError } from './locked-error.ts';
import { type ObjectPlace, putUnlessChanged, type ReadObject, readObject } from './s3-object.ts';
import type { HeldLock, LockHolder, LockOptions, StateLock } from './store.ts';

/**
 * Takes a lock that is an object in S3, and writes it again and again as a sign of life. One whose process
 * ended on this machine is taken over; of another machine's nobody can tell, so the user has to.
 *
 * @throws TankardError STATE_LOCKED.
 */
export async function lockObject(
  place: ObjectPlace,
  holder: LockHolder,
  options: LockOptions,
): Promise<StateLock> {
  const text = JSON.stringify(holder);
  const url = `s3://${place.bucket}/${place.key}`;
  let etag = await putUnlessChanged(place, text, undefined);
  if (etag === undefined) {
    const old = await readObject(place);
    const held = heldIn(old);
    if (held && !options.break && mayBeAlive(held.holder)) throw lockedError(url, held);
    etag = await putUnlessChanged(place, text, old?.etag);
    if (etag === undefined) throw lockedError(url, heldIn(await readObject(place)));
  }
  let ours = etag;
  const heartbeat = startHeartbeat(async () => {
    // Where a key of KMS encrypts the bucket, the same text has another version each time.
    const next = await putUnlessChanged(place, text, ours);
    ours = next ?? ours;
    return next !== undefined;
  }, options.beat);
  return {
    release: async () => {
      await heartbeat.stop();
      // Somebody may have broken it, and then it is theirs.
      if ((await readObject(place))?.text !== text) return;
      await place.s3.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: place.key }));
    },
  };
}

/** Who holds a lock that is an object in S3. */
export const heldObject = async (place: ObjectPlace): Promise<HeldLock | undefined> =>
  heldIn(await readObject(place));

const heldIn = (object: ReadObject | undefined): HeldLock | undefined =>
  object && { holder: JSON.parse(object.text) as LockHolder, heard: object.written };
