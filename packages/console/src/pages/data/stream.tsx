import { news } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { Code } from '../../parts/code.tsx';
import { Empty, Trouble } from '../../parts/empty.tsx';
import { time } from '../../parts/times.ts';
import type { ShownResource, ShownStream } from '../../shown.ts';
import { Send } from './send.tsx';

/** The last records of a stream. */
export function Stream({ resource }: { readonly resource: ShownResource }) {
  const { name } = resource;
  const { answer, error } = useAsked<ShownStream>(`streams/${encodeURIComponent(name)}`, news.data);
  return (
    <section aria-labelledby="records">
      <Send resource={resource} what="record" />
      <h2 id="records">Last records</h2>
      <Trouble error={error} />
      {answer && <p className="faint">{`${answer.shards} shard${answer.shards === 1 ? '' : 's'}`}</p>}
      {answer?.records.length === 0 && <Empty title="No record yet." />}
      <ul className="plain-list messages">
        {answer?.records.map((record) => (
          <li key={record.sequenceNumber} className="card">
            <p className="message-head">
              <span>key {record.partitionKey}</span>
              <span>{time(record.arrived)}</span>
              <span className="faint">{record.shard}</span>
            </p>
            <Code label="Record" text={record.data} />
          </li>
        ))}
      </ul>
    </section>
  );
}
