import type { Problem } from '@tankard/framework/manifest';
import type { Form } from './form.ts';
import type { Outcome } from './outcome.ts';
import { problemsText } from './problem-text.ts';
import { styleOf } from './style.ts';

/** Where a report goes; `process.stdout` and `process.stderr` fit. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Says what happened in one form. */
export interface Reporter {
  outcome(outcome: Outcome): void;
  /** The command could not do what it was asked. */
  failure(problems: readonly Problem[]): void;
}

/**
 * Results go to stdout and problems to stderr, so that `tankard graph > app.mmd` holds a graph and
 * nothing else. In JSON form one object `{ ok, problems, … }` on stdout holds both.
 *
 * @param lines the object takes one line, as the last of many that a command has written.
 */
export function createReporter(form: Form, { stdout, stderr }: Streams, lines = false): Reporter {
  const style = styleOf(form);
  const json = (ok: boolean, problems: readonly Problem[], data: object) =>
    stdout.write(`${JSON.stringify({ ok, problems, ...data }, null, lines ? 0 : 2)}\n`);
  const say = (problems: readonly Problem[]) => {
    if (problems.length > 0) stderr.write(problemsText(problems, style));
  };
  return {
    outcome({ data, text, problems }) {
      const ok = problems.every(({ severity }) => severity !== 'error');
      if (form === 'json') return void json(ok, problems, data);
      say(problems);
      const shown = text(style);
      if (shown !== '') stdout.write(shown.endsWith('\n') ? shown : `${shown}\n`);
    },
    failure(problems) {
      if (form === 'json') json(false, problems, {});
      else say(problems);
    },
  };
}
