import { Code } from '../../parts/code.tsx';
import { Empty } from '../../parts/empty.tsx';
import type { ShownRun } from '../../shown.ts';

interface Failure {
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly trace?: readonly string[];
}

/** What came of a run: the result, or the failure with its place in the source. */
export function Outcome({ run: { state, payload } }: { readonly run: ShownRun }) {
  if (payload === undefined) return <Empty title="It runs." />;
  if (state !== 'failed') {
    const said = recordsText(payload);
    return (
      <>
        <h3>Result</h3>
        {said && <p className={state === 'partly failed' ? 'trouble' : 'faint'}>{said}</p>}
        <Code label="Result" text={payload} />
      </>
    );
  }
  const { errorType = 'Error', errorMessage = '', trace = [] } = JSON.parse(payload) as Failure;
  return (
    <>
      <h3>Failure</h3>
      <div className="failure">
        <p>
          <strong>{errorType}</strong> {errorMessage}
        </p>
        {trace.length > 0 && <Code label="Where" text={trace.join('\n')} />}
      </div>
    </>
  );
}

/** What Lambda takes for the answer of a batch, in words. */
function recordsText(payload: string): string | undefined {
  if (!payload.startsWith('{"batchItemFailures":')) return undefined;
  const { batchItemFailures: failures } = JSON.parse(payload) as {
    readonly batchItemFailures: readonly unknown[];
  };
  if (failures.length === 0) return 'Every record succeeded: there is none to try again.';
  return failures.length === 1
    ? 'One record failed. The log says why.'
    : `${failures.length} records failed. The log says why.`;
}
