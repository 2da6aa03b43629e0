import { randomUUID } from 'node:crypto';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { hourKey, utcText } from './hours.ts';
import type { Message, SavedMessage } from './message.ts';
import { database, messages, scheduled, storage } from './service.ts';
import { taggingHeader } from './tagging.ts';

/** A message could not be kept; `cause` says why. */
export class NotSavedError extends Error {
  constructor(cause: unknown) {
    super('Failed saving message', { cause });
  }
}

/**
 * Keeps a message for the hour that it is wanted in: its text in the bucket first, then the item that the
 * hourly run finds, so that no item is without its text.
 *
 * @throws NotSavedError where a write fails.
 */
export async function saveMessage(group: string, message: Message): Promise<SavedMessage> {
  const time = new Date(message.schedule_on);
  const { subject, body } = message;
  const details = { group, subject, scheduled: utcText(time), key: randomUUID() };
  try {
    await storage.send(
      new PutObjectCommand({
        Bucket: messages.name,
        Key: details.key,
        Body: JSON.stringify({ subject, body }),
        ContentType: 'application/json',
        Tagging: taggingHeader(details),
      }),
    );
    await database.send(
      new PutItemCommand({
        TableName: scheduled.name,
        Item: {
          scheduled_date: { S: hourKey(time) },
          // The key makes two messages of one group in one hour two items.
          group_name: { S: `${group}#${details.key}` },
          group: { S: group },
          message_key: { S: details.key },
          message_added: { S: new Date().toISOString() },
        },
      }),
    );
  } catch (error) {
    throw new NotSavedError(error);
  }
  return details;
}
