import * as z from 'zod';

/** What subscribers of the topic AssignmentChanges are told. */
export const AssignmentChange = z.object({
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  uploadedAt: z.iso.datetime(),
});
export type AssignmentChange = z.infer<typeof AssignmentChange>;
