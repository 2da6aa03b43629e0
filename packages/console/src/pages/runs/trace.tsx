import { Link } from 'wouter';
import { news, runs } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { StateBadge } from '../../parts/badge.tsx';
import { causeText } from '../../parts/cause.ts';
import { Icon } from '../../parts/icon.tsx';
import { duration } from '../../parts/times.ts';
import type { Mail, ShownInvocation } from '../../shown.ts';
import { type Branch, branchesOf } from './branches.ts';

/** All that came of the same event from outside: each run below the one that caused it, with the mails that it sent. */
export function Trace({ trace, chosen }: { readonly trace: string; readonly chosen: string }) {
  const all = runs.use() ?? [];
  const { answer: mails = [] } = useAsked<readonly Mail[]>('mails', news.mail);
  const branches = branchesOf(all.filter((one) => one.trace === trace).toReversed());
  if (branches.length === 0) return null;
  return (
    <section aria-labelledby="trace">
      <h3 id="trace">Trace</h3>
      <Branches branches={branches} chosen={chosen} mails={mails} />
    </section>
  );
}

interface Shared {
  readonly chosen: string;
  readonly mails: readonly Mail[];
}

function Branches({ branches, ...shared }: Shared & { readonly branches: readonly Branch[] }) {
  return (
    <ul className="trace">
      {branches.map(({ run, below }) => (
        <li key={run.id}>
          <Step run={run} isChosen={run.id === shared.chosen} />
          {shared.mails
            .filter((mail) => mail.invocation === run.id)
            .map((mail) => (
              <Link key={mail.id} className="step mail" href={`/mail/${mail.id}`}>
                <Icon name="mail" /> {mail.subject || 'Mail'}{' '}
                <span className="faint">to {mail.to.join(', ')}</span>
              </Link>
            ))}
          {below.length > 0 && <Branches branches={below} {...shared} />}
        </li>
      ))}
    </ul>
  );
}

function Step({ run, isChosen }: { readonly run: ShownInvocation; readonly isChosen: boolean }) {
  return (
    <Link className="step" href={`/runs/${run.id}`} aria-current={isChosen ? 'true' : undefined}>
      <span className="cause">{causeText(run)} →</span> <strong>{run.function}</strong>
      {run.attempt > 1 && <span className="faint">attempt {run.attempt}</span>}
      <StateBadge state={run.state} />
      {run.duration !== undefined && <span className="faint">{duration(run.duration)}</span>}
    </Link>
  );
}
