import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { isHttpError, Rate, reply } from '@tankard/framework';
import * as z from 'zod';
import { logContext, logger } from './log.ts';
import { Added, Failure, Message, Scheduled, Subscriber, Subscription } from './message.ts';
import { NotSavedError, saveMessage } from './save-message.ts';
import { sendDueMessages } from './send-due-messages.ts';
import { app, database, subscribers } from './service.ts';
import { subscribersOf } from './subscribers-of.ts';

export { app };

app.middleware(logContext);

/**
 * Subscribe to a group
 *
 * Whoever has subscribed already stays subscribed once.
 */
export const addSubscriber = app.route(
  'POST /{group}/subscribers',
  {
    body: Subscriber,
    answers: { 200: Added, 400: Failure },
    onInvalid: (issues) =>
      reply(400, { err: issues.map(({ path, message }) => `${path || 'body'}: ${message}`).join('; ') }),
  },
  async (req) => {
    const added = { group_name: req.params.group, subscriber: req.body.email };
    await database.send(
      new PutItemCommand({
        TableName: subscribers.name,
        Item: { group_name: { S: added.group_name }, subscriber: { S: added.subscriber } },
      }),
    );
    return { message: 'Subscriber added', details: added };
  },
);

/** List who has subscribed to a group */
export const listSubscribers = app.route(
  'GET /{group}/subscribers',
  { answers: { 200: z.array(Subscription) } },
  async (req) => {
    const { group } = req.params;
    const items: Subscription[] = [];
    for await (const subscriber of subscribersOf(group)) items.push({ group_name: group, subscriber });
    return items;
  },
);

/**
 * Schedule a message for a group
 *
 * It is mailed within the hour of `schedule_on`.
 */
export const scheduleMessage = app.route(
  'POST /{group}/schedule',
  {
    body: Message,
    answers: { 200: Scheduled, 500: Failure },
    onInvalid: (issues, req) => {
      logger.error('The message does not fit', { issues });
      return reply(500, { err: req.text().trim() ? 'Failed saving message' : 'Missing message details' });
    },
  },
  async (req) => ({
    message: 'Message scheduled successfully',
    details: await saveMessage(req.params.group, req.body),
  }),
);

export const sendScheduledMessages = app.schedule(
  Rate.hours(1),
  {
    description: 'Mails what is due this hour, and what an earlier hour left behind',
    timeout: 300,
    environment: { LOOK_BACK_HOURS: '24' },
  },
  (event) => sendDueMessages(event.time, { remaining: () => event.context.getRemainingTimeInMillis() }),
);

// The framework logs what was answered with 500, and why.
app.onError((error) => {
  if (isHttpError(error)) return reply(error.statusCode, { err: error.message });
  return reply(500, { err: error instanceof NotSavedError ? error.message : 'Something went wrong' });
});
