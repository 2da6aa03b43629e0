import * as z from 'zod';

/** What a recruiter submits; `experience` is in years, `skills` a list or a text. */
export const NewCandidate = z.object({
  fullname: z.string().trim().min(1),
  email: z.email(),
  skills: z.union([z.string().trim().min(1), z.array(z.string().trim().min(1)).min(1)]),
  experience: z.number().min(0),
});
export type NewCandidate = z.infer<typeof NewCandidate>;

export interface Candidate extends NewCandidate {
  readonly id: string;
  /** Epoch in milliseconds. */
  readonly submittedAt: number;
  /** Epoch in milliseconds. */
  readonly updatedAt: number;
  /** Opens the candidate's assignment and nothing else; only the candidate's mail holds it. */
  readonly assignmentToken: string;
}
