import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { lockedError } from './locked-error.ts';
import { heldObject, lockObject } from './s3-lock.ts';
import { putUnlessChanged, readObject, type StoredObject } from './s3-object.ts';
import { type StateFiles, type StateName, type StateStore, stateName } from './store.ts';

/** A place in S3 that a team shares. */
export interface S3Place {
  readonly s3: S3Client;
  readonly bucket: string;
  /** Before every key; empty or with a slash at its end. */
  readonly prefix: string;
}

/**
 * The journal in S3. S3 has no append, so each write is the whole text; it is refused where somebody
 * else has written since, which only a broken lock allows.
 */
export function s3Store({ s3, bucket, prefix }: S3Place, name: StateName): StateStore {
  const folder = `${prefix}${stateName(name)}/`;
  const journal = { s3, bucket, key: `${folder}journal.jsonl` };
  const lock = { s3, bucket, key: `${folder}lock.json` };
  const url = `s3://${bucket}/${journal.key}`;
  let last: StoredObject | undefined;
  const read = async () => {
    last = await readObject(journal);
    return last?.text;
  };
  const replace = async (text: string) => {
    const etag = await putUnlessChanged(journal, text, last?.etag);
    if (etag === undefined) throw lockedError(url, undefined);
    last = { text, etag };
  };
  return {
    name: url,
    read,
    replace,
    append: (text) => replace((last?.text ?? '') + text),
    remove: async () => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: journal.key }));
      last = undefined;
    },
    lock: (holder, options) => lockObject(lock, holder, options),
    held: () => heldObject(lock),
    files: filesBelow({ s3, bucket, prefix: `${folder}files/` }),
    accounts: async () => {
      const ending = `-${name.app}-${name.stage}/journal.jsonl`;
      const keys = await keysBelow({ s3, bucket, prefix });
      return keys.flatMap((key) =>
        key.endsWith(ending) ? [key.slice(prefix.length, prefix.length + 12)] : [],
      );
    },
  };
}

function filesBelow(place: S3Place): StateFiles {
  const { s3, bucket, prefix } = place;
  return {
    read: async (name) => (await readObject({ s3, bucket, key: prefix + name }))?.bytes,
    write: async (name, content) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: prefix + name, Body: content }));
    },
    names: async () => (await keysBelow(place)).map((key) => key.slice(prefix.length)),
    remove: async (name) => {
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: prefix + name }));
    },
  };
}

async function keysBelow({ s3, bucket, prefix }: S3Place): Promise<readonly string[]> {
  const keys: string[] = [];
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
    );
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return keys;
}
