import { createInterface } from 'node:readline/promises';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { problem } from '../../errors/problem.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import type { Form } from '../../report/form.ts';

/** A terminal where somebody can answer. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** How a command line answers beforehand. */
export interface Consent {
  /** `--yes`. */
  readonly yes: boolean;
  /** What has to be typed, on a terminal also with `--yes`; `y` where it is left out. */
  readonly word?: string | undefined;
  /** In JSON nobody has seen the plan, so nobody is asked. */
  readonly form: Form;
  readonly signal: AbortSignal;
  readonly terminal?: Terminal | undefined;
}

/** The steps after which something is there no more. */
export function losses({ wanted, gone }: Plan): readonly Step[] {
  return [
    ...wanted.filter((step) => step.action === 'replace'),
    ...gone.filter(({ action }) => action === 'remove' || action === 'with'),
  ];
}

/**
 * Asks before something is removed or replaced; where nothing is, nobody is asked.
 *
 * @throws TankardError CONSENT_MISSING where there is no terminal to ask at.
 */
export async function consentTo(
  plan: Plan,
  { yes, word, form, signal, terminal = { input: process.stdin, output: process.stderr } }: Consent,
): Promise<boolean> {
  const lost = losses(plan);
  if (lost.length === 0) return true;
  const asks = form !== 'json' && terminal.input.isTTY && terminal.output.isTTY;
  if (yes && !(asks && word)) return true;
  if (!asks) throw new TankardError([consentMissing(lost)]);
  const expected = word ?? 'y';
  const ending = createInterface(terminal);
  // Ctrl-C in a question goes to the question and not to the process.
  ending.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await ending.question(`Type ${expected} to go on, anything else to stop: `, { signal });
    return answer.trim() === expected;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  } finally {
    ending.close();
  }
}

function consentMissing(lost: readonly Step[]): Problem {
  const names = lost.map(({ id }) => id);
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return problem('CONSENT_MISSING', {
    message: `It would remove or replace ${names.slice(0, 5).join(', ')}${more}.`,
    remedy: 'Where that is meant, run it again with --yes.',
  });
}
