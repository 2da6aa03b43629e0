import * as z from 'zod';

/** What a recruiter submits; `experience` is in years, `skills` a list or a text. */
export const NewCandidate = z.object({
  fullname: z.string().trim().min(1),
  email: z.email(),
  skills: z.union([z.string().trim().min(1), z.array(z.string().trim().min(1)).min(1)]),
  // DynamoDB refuses numbers that are too large or too small for it.
  experience: z
    .number()
    .min(0)
    .max(100)
    .overwrite((years) => Math.round(years * 100) / 100),
});
export type NewCandidate = z.infer<typeof NewCandidate>;

/** What is answered to that; the spelling is an old one, which callers know. */
export const Submitted = z.object({ message: z.string(), candidateId: z.uuid() });

/** What everybody may see of a candidate. */
export const ShownCandidate = NewCandidate.extend({
  email: z.string(),
  id: z.uuid(),
  submittedAt: z.int().describe('Epoch in milliseconds.'),
  updatedAt: z.int().describe('Epoch in milliseconds.'),
});

export interface Candidate extends Readonly<z.infer<typeof ShownCandidate>> {
  /** Opens the candidate's assignment and nothing else; only the candidate's mail holds it. */
  readonly assignmentToken: string;
}
