import { useDeferredValue, useMemo, useState } from 'react';
import { Input, SearchField, ToggleButton } from 'react-aria-components';
import { useLocation, useSearch } from 'wouter';
import { runs } from '../live/session.ts';
import { causeText } from '../parts/cause.ts';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import type { ShownInvocation } from '../shown.ts';
import { RunDetail } from './runs/run-detail.tsx';
import { RunList } from './runs/run-list.tsx';

/** Every run of every function, and one of them in full. */
export function RunsPage({ id }: { readonly id: string | undefined }) {
  const all = runs.use();
  const [, go] = useLocation();
  const query = useSearch();
  const [words, setWords] = useState(() => new URLSearchParams(query).get('of') ?? '');
  const [onlyFailed, setOnlyFailed] = useState(false);
  // A long list follows when there is time: what is typed goes first.
  const wanted = useDeferredValue(words);
  const shown = useMemo(() => matching(all ?? [], wanted, onlyFailed), [all, wanted, onlyFailed]);
  return (
    <Page
      title="Runs"
      says="Every run of a function: what caused it, what it got, what came of it. Choose one to see all of it, and run it again."
    >
      <div className={id === undefined ? 'panes' : 'panes chosen'}>
        <section className="pane-list" aria-label="Runs">
          <div className="filters">
            <SearchField aria-label="Find runs" value={words} onChange={setWords}>
              <Input placeholder="Function or cause" />
            </SearchField>
            <ToggleButton className="button toggle" isSelected={onlyFailed} onChange={setOnlyFailed}>
              Failed only
            </ToggleButton>
          </div>
          {all === undefined ? null : shown.length === 0 ? (
            <Empty title={all.length === 0 ? 'Nothing has run yet.' : 'No such run.'}>
              {all.length === 0 && 'Send a request, put a file into a bucket, or run a schedule now.'}
            </Empty>
          ) : (
            <RunList runs={shown} chosen={id} onChoose={(run) => go(`/runs/${run}`)} />
          )}
        </section>
        <section className="pane-detail" aria-label="Run">
          {id === undefined ? <Empty title="Choose a run." /> : <RunDetail key={id} id={id} />}
        </section>
      </div>
    </Page>
  );
}

function matching(
  all: readonly ShownInvocation[],
  words: string,
  onlyFailed: boolean,
): readonly ShownInvocation[] {
  const wanted = words.toLowerCase();
  if (wanted === '' && !onlyFailed) return all;
  return all.filter(
    (run) =>
      (!onlyFailed || run.state === 'failed' || run.state === 'partly failed') &&
      `${run.function} ${causeText(run)} ${run.id}`.toLowerCase().includes(wanted),
  );
}
