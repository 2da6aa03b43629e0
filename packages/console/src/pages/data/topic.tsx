import { Link } from 'wouter';
import { news, shown } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { Empty, Trouble } from '../../parts/empty.tsx';
import type { ShownResource, ShownTopic } from '../../shown.ts';
import { Send } from './send.tsx';

/** Who is told of a topic's messages; it keeps none. */
export function Topic({ resource }: { readonly resource: ShownResource }) {
  const { name } = resource;
  const { answer, error } = useAsked<ShownTopic>(`topics/${encodeURIComponent(name)}`, news.app);
  return (
    <section aria-labelledby="subscribers">
      <Send resource={resource} what="message" />
      <h2 id="subscribers">Who is told</h2>
      <Trouble error={error} />
      {answer?.subscriptions.length === 0 && <Empty title="Nobody." />}
      <ul className="plain-list">
        {answer?.subscriptions.map(({ protocol, endpoint }) => (
          <li key={endpoint}>
            {protocol === 'lambda' ? 'function' : 'queue'}{' '}
            <Endpoint protocol={protocol} endpoint={endpoint} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By the app's own name for it, where it is the app's. */
function Endpoint({ protocol, endpoint }: ShownTopic['subscriptions'][number]) {
  const app = shown.use()?.app;
  const queue = app?.resources.find(({ kind, address }) => kind === 'queue' && address === endpoint);
  if (queue) return <Link href={`/data/queue/${encodeURIComponent(queue.name)}`}>{queue.name}</Link>;
  const called = app?.functions.find(({ name }) => endpoint.endsWith(`-${name}`));
  if (called && protocol === 'lambda')
    return <Link href={`/runs?of=${encodeURIComponent(called.name)}`}>{called.name}</Link>;
  return <code>{endpoint}</code>;
}
