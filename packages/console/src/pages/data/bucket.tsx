import { useState } from 'react';
import { Button } from 'react-aria-components';
import { news } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { Code } from '../../parts/code.tsx';
import { Empty, Trouble } from '../../parts/empty.tsx';
import { bytes, time } from '../../parts/times.ts';
import type { ShownObject, ShownObjects, ShownResource } from '../../shown.ts';
import { Pages } from './pages.tsx';

/** A bucket's objects, and what is in one of them. */
export function Bucket({ resource: { name } }: { readonly resource: ShownResource }) {
  const [after, setAfter] = useState<string>();
  const [open, setOpen] = useState<string>();
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const { answer, error } = useAsked<ShownObjects>(`buckets/${encodeURIComponent(name)}${query}`, news.data);
  return (
    <section aria-labelledby="objects">
      <h2 id="objects">Objects</h2>
      <Trouble error={error} />
      {answer?.objects.length === 0 && <Empty title="No object yet." />}
      <ul className="plain-list objects">
        {answer?.objects.map(({ key, size, modified }) => (
          <li key={key}>
            <Button
              className="link"
              aria-expanded={open === key}
              onPress={() => setOpen(open === key ? undefined : key)}
            >
              {key}
            </Button>{' '}
            <span className="faint">
              {bytes(size)}, {time(modified)}
            </span>
            {open === key && <ObjectText bucket={name} objectKey={key} />}
          </li>
        ))}
      </ul>
      <Pages isFirst={after === undefined} next={answer?.next} go={setAfter} />
    </section>
  );
}

function ObjectText({ bucket, objectKey }: { readonly bucket: string; readonly objectKey: string }) {
  const path = `buckets/${encodeURIComponent(bucket)}/object?key=${encodeURIComponent(objectKey)}`;
  const { answer, error } = useAsked<ShownObject>(path, news.data);
  return (
    <>
      <Trouble error={error} />
      {answer && (
        <>
          <p className="faint">{answer.type}</p>
          {answer.text === undefined ? (
            <Empty title="It is no text." />
          ) : (
            <Code label={objectKey} text={answer.text} />
          )}
        </>
      )}
    </>
  );
}
