import { useState } from 'react';
import { post } from '../../live/ask.ts';
import { Act } from '../../parts/act.tsx';
import { Input, Lines } from '../../parts/inputs.tsx';
import type { ShownResource, ShownSend } from '../../shown.ts';

/** Sends something to a queue, a topic or a stream, to see what its handlers make of it. */
export function Send({
  resource: { kind, name, address },
  what,
}: {
  readonly resource: ShownResource;
  readonly what: 'message' | 'record';
}) {
  const [text, setText] = useState('{}');
  const [group, setGroup] = useState('console');
  const [sent, setSent] = useState(0);
  const isOrdered = kind === 'stream' || address.endsWith('.fifo');
  const send = async () => {
    const body: ShownSend = { text, ...(isOrdered && { group }) };
    await post(`${kind}s/${encodeURIComponent(name)}/send`, body);
    setSent(sent + 1);
  };
  return (
    <details className="more">
      <summary>{`Send a ${what}`}</summary>
      <div className="form">
        {isOrdered && (
          <Input label={kind === 'stream' ? 'Partition key' : 'Group'} value={group} onChange={setGroup} />
        )}
        <Lines label={what === 'record' ? 'Data' : 'Message'} rows={5} value={text} onChange={setText} />
        <Act kind="main" run={send}>
          Send
        </Act>
        {sent > 0 && <span role="status">{sent === 1 ? ' Sent.' : ` Sent ${sent} times.`}</span>}
      </div>
    </details>
  );
}
