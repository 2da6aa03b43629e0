import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { get, post } from '../../live/ask.ts';
import { news, runs, shown } from '../../live/session.ts';
import { Act } from '../../parts/act.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { causeText } from '../../parts/cause.ts';
import { Code } from '../../parts/code.tsx';
import { Empty, Trouble } from '../../parts/empty.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PlaceText } from '../../parts/place.tsx';
import { duration, time } from '../../parts/times.ts';
import type { ShownRun } from '../../shown.ts';
import { EditEvent } from './edit-event.tsx';
import { Log } from './log.tsx';
import { Outcome } from './outcome.tsx';
import { Trace } from './trace.tsx';

/** One run in full: where it stands in its trace, what came of it, what it wrote, what it got. */
export function RunDetail({ id }: { readonly id: string }) {
  const { run, error } = useRun(id);
  const [, go] = useLocation();
  const [isEditing, setEditing] = useState(false);
  const again = async (event?: string) => {
    const ended = await post<ShownRun>(`runs/${id}/again`, event === undefined ? undefined : { event });
    go(`/runs/${ended.id}`);
  };
  return (
    <>
      <Link className="back" href="/runs">
        <Icon name="back" /> All runs
      </Link>
      <Trouble error={error} />
      {run && (
        <>
          <header className="detail-head">
            <div>
              <h2>
                {run.function} <StateBadge state={run.state} />
              </h2>
              <p className="says">
                because of {causeText(run)}, {time(run.began)}
                {run.attempt > 1 && `, attempt ${run.attempt}`}
                {run.duration !== undefined && `, took ${duration(run.duration)}`}
                {run.initDuration === undefined
                  ? ' in a warm process'
                  : ` after a cold start of ${duration(run.initDuration)}`}
              </p>
              <FunctionFacts name={run.function} />
            </div>
            <div className="actions">
              <Act kind="main" run={() => again()}>
                Run again
              </Act>
              <Act run={async () => setEditing(!isEditing)}>
                {isEditing ? 'Leave the event' : 'Change the event'}
              </Act>
            </div>
          </header>
          {isEditing && <EditEvent event={run.event} run={again} />}
          <Trace trace={run.trace} chosen={id} />
          <Outcome run={run} />
          <h3>Log</h3>
          {run.log.length === 0 ? <Empty title="It wrote nothing." /> : <Log lines={run.log} />}
          <h3>Event</h3>
          <Code label="Event" text={run.event} />
        </>
      )}
    </>
  );
}

/** Where its code is, and what it may take. */
function FunctionFacts({ name }: { readonly name: string }) {
  const found = shown.use()?.app?.functions.find((one) => one.name === name);
  if (!found) return null;
  const { handlers, memory, timeout } = found;
  return (
    <p className="faint">
      {handlers.length === 1 && <PlaceText place={handlers[0]?.place} />} at most {timeout} s and {memory} MB
    </p>
  );
}

/** Asked for anew when it writes, and when it ends. */
function useRun(id: string): { readonly run?: ShownRun | undefined; readonly error?: string | undefined } {
  const [state, setState] = useState<ReturnType<typeof useRun>>({});
  const listed = runs.use()?.find((one) => one.id === id);
  const logged = news.logged.use();
  const change = logged?.id === id ? logged : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list's entry and the log's news tell that it has changed.
  useEffect(() => {
    get<ShownRun>(`runs/${id}`).then(
      (run) => setState({ run }),
      (error: Error) => setState({ error: error.message }),
    );
  }, [id, listed?.state, change]);
  return state;
}
