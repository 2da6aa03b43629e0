import { Link } from 'wouter';
import { news, shown } from '../live/session.ts';
import { useAsked } from '../live/use-asked.ts';
import { Empty } from '../parts/empty.tsx';
import { Icon } from '../parts/icon.tsx';
import { Page } from '../parts/page.tsx';
import { PlaceText } from '../parts/place.tsx';
import type { ShownCounts, ShownResource } from '../shown.ts';
import { Bucket } from './data/bucket.tsx';
import { Queue } from './data/queue.tsx';
import { RunsBecause } from './data/runs-because.tsx';
import { Stream } from './data/stream.tsx';
import { Table } from './data/table.tsx';
import { Topic } from './data/topic.tsx';

/** Kinds that can be looked into, with what is said of them. */
const KINDS = [
  ['table', 'Tables', Table],
  ['bucket', 'Buckets', Bucket],
  ['queue', 'Queues', Queue],
  ['topic', 'Topics', Topic],
  ['stream', 'Streams', Stream],
] as const;

/** What the app keeps and passes on: all of it, or one resource from inside. */
export function DataPage({
  kind,
  name,
}: {
  readonly kind: string | undefined;
  readonly name: string | undefined;
}) {
  const app = shown.use()?.app;
  const resource = app?.resources.find((one) => one.kind === kind && one.name === name);
  if (resource) return <One resource={resource} />;
  return (
    <Page
      title="Data"
      says="The app's tables, buckets, queues, topics and streams on this machine. Choose one to look into it."
    >
      {app?.resources.length === 0 && <Empty title="The app declares none." />}
      {app && <All resources={app.resources} />}
    </Page>
  );
}

function All({ resources }: { readonly resources: readonly ShownResource[] }) {
  const { answer: counts = {} } = useAsked<ShownCounts>('counts', news.data);
  return KINDS.map(([kind, title]) => {
    const ofKind = resources.filter((one) => one.kind === kind);
    return ofKind.length === 0 ? null : (
      <section key={kind} aria-labelledby={`kind-${kind}`}>
        <h2 id={`kind-${kind}`}>{title}</h2>
        <ul className="cards">
          {ofKind.map(({ name, deadLettersOf, failuresOf }) => {
            const count = counts[`${kind}:${name}`];
            return (
              <li key={name} className="card">
                <h3>
                  <Link href={`/data/${kind}/${encodeURIComponent(name)}`}>{name}</Link>
                  {count && <span className={count.bad ? 'count bad' : 'count'}>{count.text}</span>}
                </h3>
                {deadLettersOf && <p className="faint">dead letters of {deadLettersOf}</p>}
                {failuresOf && <p className="faint">records that {failuresOf} gave up</p>}
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}

function One({ resource }: { readonly resource: ShownResource }) {
  const { kind, name, place, address } = resource;
  const [, , Inside] = KINDS.find(([one]) => one === kind) ?? [];
  return (
    <Page
      title={name}
      says={
        <>
          {kind} <code className="address">{address}</code> <PlaceText place={place} />
        </>
      }
    >
      <Link className="back always" href="/data">
        <Icon name="back" /> All data
      </Link>
      {Inside && <Inside key={address} resource={resource} />}
      <RunsBecause of={`${kind} ${name}`} />
    </Page>
  );
}
