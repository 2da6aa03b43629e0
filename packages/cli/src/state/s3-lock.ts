import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { mayBeAlive } from './holder.ts';
import { lockedError } from './locked-error.ts';
import { type ObjectPlace, putUnlessChanged, readObject } from './s3-object.ts';
import type { LockHolder, StateLock } from './store.ts';

/**
 * Takes a lock that is an object in S3. One whose process ended on this machine is taken over; of
 * another machine's nobody can tell, so the user has to.
 *
 * @throws TankardError STATE_LOCKED.
 */
export async function lockObject(
  place: ObjectPlace,
  holder: LockHolder,
  options: { readonly break: boolean },
): Promise<StateLock> {
  const text = JSON.stringify(holder);
  const url = `s3://${place.bucket}/${place.key}`;
  if ((await putUnlessChanged(place, text, undefined)) === undefined) {
    const old = await readObject(place);
    const other = old && (JSON.parse(old.text) as LockHolder);
    if (other && !options.break && mayBeAlive(other)) throw lockedError(url, other);
    if ((await putUnlessChanged(place, text, old?.etag)) === undefined) throw lockedError(url, undefined);
  }
  return {
    release: async () => {
      // Somebody may have broken it, and then it is theirs.
      if ((await readObject(place))?.text !== text) return;
      await place.s3.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: place.key }));
    },
  };
}
