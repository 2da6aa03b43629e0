import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { App } from '@tankard/framework';

/** One function a route, so that each holds only its own permissions. */
export const app = new App('group-mailer', { routes: 'separate' });

export const sourceEmail = app.parameter('SourceEmail');
export const subscribers = app.table('Subscribers', { partitionKey: 'group_name', sortKey: 'subscriber' });
export const scheduled = app.table('ScheduledMessages', {
  partitionKey: 'scheduled_date',
  sortKey: 'group_name',
});
export const messages = app.bucket('ScheduledMessagesBucket');

export const database = new DynamoDBClient({});
export const storage = new S3Client({});

/**
 * Tries every call once: one that was cut off may have been carried out, and SES has no token that
 * would make a second try harmless. `mail.ts` repeats the calls that SES refused.
 */
export const ses = new SESClient({
  maxAttempts: 1,
  requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true },
});
