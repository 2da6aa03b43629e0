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
  if (state !== 'failed')
    return (
      <>
        <h3>{state === 'partly failed' ? 'Result: some records failed' : 'Result'}</h3>
        <Code label="Result" text={payload} />
      </>
    );
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
