import * as z from 'zod';

export const Subscriber = z.object({ email: z.email().toLowerCase() });

/** Who has subscribed to what. */
export const Subscription = z.object({ group_name: z.string(), subscriber: z.string() });
export type Subscription = z.infer<typeof Subscription>;

export const Added = z.object({ message: z.string(), details: Subscription });

/** Why something was not done. */
export const Failure = z.object({ err: z.string() });

/** The furthest moment that a `Date` can hold, in milliseconds. */
const END_OF_TIME = 8.64e15;

/** What is asked for: `schedule_on` is an epoch in milliseconds, `body` is HTML. */
export const Message = z.object({
  subject: z.string().min(1),
  body: z.string().min(1),
  schedule_on: z.int().min(-END_OF_TIME).max(END_OF_TIME),
});
export type Message = z.infer<typeof Message>;

/** What is known of a message that is kept. */
export const SavedMessage = z.object({
  group: z.string(),
  subject: z.string(),
  scheduled: z.string().describe('`2022-04-12 08:50:47`, UTC.'),
  key: z.string(),
});
export type SavedMessage = z.infer<typeof SavedMessage>;

export const Scheduled = z.object({ message: z.string(), details: SavedMessage });

/** What lies in the bucket. */
export const StoredMessage = Message.pick({ subject: true, body: true });
export type StoredMessage = z.infer<typeof StoredMessage>;
