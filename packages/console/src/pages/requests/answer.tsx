import { Link } from 'wouter';
import { Badge } from '../../parts/badge.tsx';
import { Code } from '../../parts/code.tsx';
import { Empty } from '../../parts/empty.tsx';
import { bytes, duration } from '../../parts/times.ts';
import type { ShownAnswer } from '../../shown.ts';

/** What the app answered. */
export function Answer({ answer }: { readonly answer: ShownAnswer }) {
  const { status, body, size, headers, invocation } = answer;
  return (
    <section className="answer" aria-label="Answer" aria-live="polite">
      <h3>
        Answer <Badge tone={status < 400 ? 'good' : status < 500 ? 'warn' : 'bad'}>{status}</Badge>{' '}
        <span className="faint">
          {duration(answer.duration)}, {bytes(size)}
        </span>
      </h3>
      {invocation && (
        <p>
          <Link href={`/runs/${invocation}`}>See the run and all that came of it</Link>
        </p>
      )}
      {size === 0 ? (
        <Empty title="It has no body." />
      ) : body === undefined ? (
        <Empty title="Its body is no text." />
      ) : (
        <Code label="Body of the answer" text={body} />
      )}
      <details className="more">
        <summary>Headers</summary>
        <dl className="pairs">
          {headers.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come twice, and none moves
            <div key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
