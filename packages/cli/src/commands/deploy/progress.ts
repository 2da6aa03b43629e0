import type { DeployEvent, Listener, StepEvent } from '../../plan/events.ts';
import type { Step } from '../../plan/plan.ts';
import type { Form } from '../../report/form.ts';
import { styleOf } from '../../report/style.ts';
import { planText } from './plan-text.ts';
import { stepsOf } from './step-data.ts';

/** Where progress is shown; `process.stderr` fits. */
export interface ProgressStream {
  write(text: string): unknown;
  readonly columns?: number | undefined;
}

/** Shows a deploy while it runs. */
export interface Progress {
  readonly onEvent: Listener;
  /** Takes the line that moves off the terminal. */
  end(): void;
}

const DONE: Readonly<Record<Step['action'], string>> = {
  create: 'created',
  update: 'changed',
  replace: 'replaced',
  unchanged: 'changed',
  remove: 'removed',
  with: 'removed',
  keep: 'kept',
  forget: 'forgotten',
};

/**
 * Progress in one form: the plan, then a line for each step that has ended; on a terminal a last line
 * that names what runs. JSON has none: its one object holds the steps.
 */
export function createProgress(form: Form, stream: ProgressStream): Progress {
  if (form === 'json') return { onEvent: () => {}, end: () => {} };
  const style = styleOf(form);
  const running = new Set<string>();
  let total = 0;
  let ended = 0;

  const clear = () => form === 'tty' && stream.write('\r\u001b[2K');
  const draw = () => {
    if (form !== 'tty' || running.size === 0) return;
    const line = `${ended} of ${total}  ${[...running].join(', ')}`;
    stream.write(style.faint(line.slice(0, (stream.columns || 80) - 1)));
  };
  const say = (text: string) => stream.write(`${text}\n`);

  function onStep({ type, step, elapsed }: StepEvent): void {
    const name = `${DONE[step.action]} ${step.id}`;
    if (type === 'begin') running.add(step.id);
    if (type === 'end' || type === 'failed') {
      running.delete(step.id);
      ended += 1;
      const sign = type === 'end' ? style.good('✔') : style.bad('✘');
      say(`${sign} ${type === 'end' ? name : `${step.id} failed`}  ${style.faint(secondsText(elapsed))}`);
    }
  }

  const onEvent = (event: DeployEvent) => {
    clear();
    if (event.type === 'planned') {
      // What AWS takes away with something else is no step of its own.
      total = stepsOf(event.plan).filter(({ action }) => action !== 'keep' && action !== 'with').length;
      say(planText(event.plan, style));
    } else onStep(event);
    draw();
  };
  return { onEvent, end: clear };
}

/** `0.4 s`. */
export function secondsText(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
