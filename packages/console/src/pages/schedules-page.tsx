import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { post } from '../live/ask.ts';
import { ahead, runs, shown } from '../live/session.ts';
import { Act } from '../parts/act.tsx';
import { StateBadge } from '../parts/badge.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { fromNow, time } from '../parts/times.ts';
import type { ShownRun, ShownSchedule } from '../shown.ts';

const STEPS = [
  ['1 minute', 60_000],
  ['1 hour', 3_600_000],
  ['1 day', 86_400_000],
] as const;

/** The app's schedules, and the clock that they go by. */
export function SchedulesPage() {
  const app = shown.use()?.app;
  const now = useNow();
  return (
    <Page
      title="Schedules"
      says="What runs by the clock. Run one now, or move the app's clock forward: schedules, delays and retries on the way happen."
    >
      <section className="clock" aria-labelledby="clock">
        <h2 id="clock">The app's clock</h2>
        <p className="clock-time">{time(new Date(now).toISOString())}</p>
        <div className="actions">
          {STEPS.map(([text, step]) => (
            <Act key={text} run={() => post(`clock/${step}`)}>
              {`Forward ${text}`}
            </Act>
          ))}
        </div>
      </section>
      {app?.schedules.length === 0 && (
        <Empty title="The app has no schedule.">app.schedule(Rate.hours(1), …) makes one.</Empty>
      )}
      <ul className="cards">
        {app?.schedules.map((schedule) => (
          <li key={schedule.name} className="card">
            <Schedule schedule={schedule} now={now} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Schedule({ schedule, now }: { readonly schedule: ShownSchedule; readonly now: number }) {
  const [, go] = useLocation();
  const { name, expression, timezone, next } = schedule;
  const last = runs.use()?.find((run) => run.what === name || run.what === `schedule ${name}`);
  return (
    <>
      <h3>{name}</h3>
      <p>
        <code>{expression}</code> {timezone && <span className="faint">{timezone}</span>}
      </p>
      {next.length === 0 ? (
        <p className="faint">It is never due on this machine.</p>
      ) : (
        <ol className="next" aria-label="Next runs">
          {next.map((at) => (
            <li key={at}>
              {at === next[0] ? 'Next' : 'then'} {time(at, now)}{' '}
              <span className="faint">{fromNow(at, now)}</span>
            </li>
          ))}
        </ol>
      )}
      {last && (
        <p>
          Last run <Link href={`/runs/${last.id}`}>{time(last.began)}</Link> <StateBadge state={last.state} />
        </p>
      )}
      <Act
        kind="main"
        run={async () => {
          const run = await post<ShownRun>(`schedules/${encodeURIComponent(name)}/run`);
          go(`/runs/${run.id}`);
        }}
      >
        Run now
      </Act>
    </>
  );
}

/** The session's time, each second anew. */
function useNow(): number {
  const by = ahead.use();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + by;
}
