import * as z from 'zod';

export const Subscriber = z.object({ email: z.email().toLowerCase() });

/** The furthest moment that a `Date` can hold, in milliseconds. */
const END_OF_TIME = 8.64e15;

/** What is asked for: `schedule_on` is an epoch in milliseconds, `body` is HTML. */
export const Message = z.object({
  subject: z.string().min(1),
  body: z.string().min(1),
  schedule_on: z.int().min(-END_OF_TIME).max(END_OF_TIME),
});
export type Message = z.infer<typeof Message>;

/** What lies in the bucket. */
export const StoredMessage = Message.pick({ subject: true, body: true });
export type StoredMessage = z.infer<typeof StoredMessage>;
