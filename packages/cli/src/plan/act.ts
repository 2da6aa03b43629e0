import { isTankardError, TankardError } from '@tankard/framework/errors';
import { awsProblem } from '../aws/aws-problem.ts';
import type { Journal } from '../state/journal.ts';
import type { Line } from '../state/record.ts';
import type { Listener, StepEvent } from './events.ts';
import type { Step } from './plan.ts';

/** Where steps are written down and told of. */
export interface Recorder {
  readonly journal: Journal;
  readonly onEvent: Listener;
  readonly signal: AbortSignal;
  /** How many steps have begun. */
  begun: number;
}

/**
 * Does one step between its two lines in the journal.
 *
 * @throws TankardError for what AWS refused; the signal's reason where the user stopped it.
 */
export async function act<Result>(
  step: Step,
  { begin, work, end }: { begin: Line; work: () => Promise<Result>; end: (result: Result) => Line },
  recorder: Recorder,
): Promise<Result> {
  const { journal, signal } = recorder;
  const started = performance.now();
  const tell = (type: StepEvent['type']) => {
    recorder.onEvent({ type, step, elapsed: performance.now() - started });
  };
  signal.throwIfAborted();
  await journal.write(begin);
  recorder.begun += 1;
  tell('begin');
  signal.throwIfAborted();
  const result = await work().catch((error: unknown) => {
    tell('failed');
    throw signal.aborted ? error : explained(error, step);
  });
  tell('called');
  signal.throwIfAborted();
  await journal.write(end(result));
  tell('end');
  return result;
}

function explained(error: unknown, step: Step): unknown {
  if (isTankardError(error)) return error;
  const place = 'node' in step ? step.node.place : undefined;
  const known = awsProblem(error, { step: `${step.action} ${step.id}`, place });
  return known ? new TankardError([known]) : error;
}
