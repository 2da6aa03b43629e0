import { act, type Recorder } from './act.ts';
import type { GoneStep } from './plan.ts';
import type { Stage } from './stage.ts';

/** Removes one thing that the app wants no more, or writes down what became of it without us. */
export async function settleGone(
  step: GoneStep,
  { reconcilers, context }: Stage,
  recorder: Recorder,
): Promise<void> {
  const { id, kind, key, recorded } = step;
  const gone = { line: 'gone', id, kind, key } as const;
  const begin = { line: 'begin', id, kind, key, after: recorded?.after ?? [] } as const;
  switch (step.action) {
    case 'remove':
      await act(
        step,
        {
          begin,
          work: () => reconcilers.of(kind).remove({ key, recorded: recorded?.made }, context),
          end: () => gone,
        },
        recorder,
      );
      return;
    case 'keep':
      // Known from now on, so that a later `delete --with-data` finds it.
      if (!recorded) await recorder.journal.write(begin);
      return;
    case 'with':
    case 'forget':
      await recorder.journal.write(gone);
  }
}
