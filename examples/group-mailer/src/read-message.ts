import { GetObjectCommand } from '@aws-sdk/client-s3';
import { StoredMessage } from './message.ts';
import { messages, storage } from './service.ts';

/** A message that no later try can read. */
export class PoisonedError extends Error {}

/**
 * Reads a message from the bucket.
 *
 * @throws PoisonedError where it is not there or is not a message; what S3 throws otherwise.
 */
export async function readMessage(key: string): Promise<StoredMessage> {
  const text = await readObject(key);
  try {
    return StoredMessage.parse(JSON.parse(text));
  } catch (cause) {
    throw new PoisonedError('The object does not hold a message', { cause });
  }
}

async function readObject(key: string): Promise<string> {
  try {
    const object = await storage.send(new GetObjectCommand({ Bucket: messages.name, Key: key }));
    return (await object.Body?.transformToString()) ?? '';
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'NoSuchKey') throw new PoisonedError('The object is gone', { cause });
    // A role that may not list a bucket is told 403 and not 404 of an object that is not there.
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
    if (name === 'AccessDenied') {
      throw new PoisonedError(
        'The object is gone, or reading it is denied: S3 answers both with AccessDenied',
        {
          cause,
        },
      );
    }
    throw cause;
  }
}
