/** How a report is shown: with colour on a terminal, as plain text, or as one JSON object. */
export type Form = 'tty' | 'plain' | 'json';

/** What decides the form; `process.stdout` and `process.env` fit. */
export interface FormCircumstances {
  readonly json: boolean;
  readonly isTTY: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** `NO_COLOR`, when set to anything, and `TERM=dumb` turn colour off (https://no-color.org). */
export function chooseForm({ json, isTTY, env }: FormCircumstances): Form {
  if (json) return 'json';
  return isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? 'tty' : 'plain';
}
