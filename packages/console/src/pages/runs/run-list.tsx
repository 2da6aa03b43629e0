import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { StateBadge } from '../../parts/badge.tsx';
import { causeText } from '../../parts/cause.ts';
import { duration, time } from '../../parts/times.ts';
import type { ShownInvocation } from '../../shown.ts';

const LAYOUT = { rowHeight: 58 };

/** Runs, of which only those in sight are in the page: there may be ten thousand. */
export function RunList({
  runs,
  chosen,
  onChoose,
}: {
  readonly runs: readonly ShownInvocation[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <ListBox
        className="list endless"
        aria-label="Runs, the latest first"
        items={runs}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onChoose(String(key));
        }}
      >
        {(run) => (
          <ListBoxItem className="row" id={run.id} textValue={`${run.function} ${run.what}`}>
            <span className="row-main">
              <strong>{run.function}</strong>
              <StateBadge state={run.state} />
            </span>
            <span className="row-more">
              <span className="cause">{causeText(run)}</span>
              <span>
                {time(run.began)}
                {run.duration !== undefined && ` · ${duration(run.duration)}`}
                {run.cold && ' · cold'}
              </span>
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
