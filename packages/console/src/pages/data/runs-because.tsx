import { Link } from 'wouter';
import { runs } from '../../live/session.ts';
import { StateBadge } from '../../parts/badge.tsx';
import { time } from '../../parts/times.ts';

/** The last runs that a resource has caused. */
export function RunsBecause({ of }: { readonly of: string }) {
  const caused = (runs.use() ?? []).filter(({ what }) => what === of).slice(0, 5);
  if (caused.length === 0) return null;
  return (
    <section aria-labelledby="because">
      <h2 id="because">Last runs because of it</h2>
      <ul className="plain-list">
        {caused.map((run) => (
          <li key={run.id}>
            <Link href={`/runs/${run.id}`}>
              {run.function}, {time(run.began)}
            </Link>{' '}
            <StateBadge state={run.state} />
          </li>
        ))}
      </ul>
    </section>
  );
}
