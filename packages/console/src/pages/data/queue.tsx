import { useState } from 'react';
import { Link } from 'wouter';
import { post } from '../../live/ask.ts';
import { news } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { Act } from '../../parts/act.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Code } from '../../parts/code.tsx';
import { Empty, Trouble } from '../../parts/empty.tsx';
import { time } from '../../parts/times.ts';
import type { ShownGaveUp, ShownMessage, ShownQueue, ShownRedrive, ShownResource } from '../../shown.ts';
import { Send } from './send.tsx';

/** A queue's messages; those that failed elsewhere can be brought back. */
export function Queue({ resource }: { readonly resource: ShownResource }) {
  const { name, deadLetters } = resource;
  const { answer, error } = useAsked<ShownQueue>(`queues/${encodeURIComponent(name)}`, news.data);
  const total = answer ? answer.waiting + answer.inFlight + answer.delayed : 0;
  return (
    <section aria-labelledby="messages">
      <Trouble error={error} />
      {deadLetters && (
        <p>
          What fails too often goes to{' '}
          <Link href={`/data/queue/${encodeURIComponent(deadLetters)}`}>{deadLetters}</Link>.
        </p>
      )}
      <Redrive resource={resource} total={total} />
      <h2 id="messages">Messages</h2>
      {resource.deadLettersOf === undefined && resource.failuresOf === undefined && (
        <Send resource={resource} what="message" />
      )}
      {answer && (
        <p className="counts">
          <span>{answer.waiting} waiting</span>
          <span>{answer.inFlight} being worked on</span>
          <span>{answer.delayed} delayed</span>
        </p>
      )}
      {answer && total === 0 && <Empty title="The queue is empty." />}
      {answer && total > 0 && answer.messages === undefined && (
        <Empty title="This engine can not be looked into.">
          To see a message it would have to be received.
        </Empty>
      )}
      <ul className="plain-list messages">
        {answer?.messages?.map((message) => (
          <li key={message.id} className="card">
            <Message message={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Message({ message }: { readonly message: ShownMessage }) {
  const [sender] = message.after;
  return (
    <>
      <p className="message-head">
        <Badge tone={message.state === 'waiting' ? 'plain' : 'warn'}>{message.state}</Badge>
        <span>sent {time(message.sent)}</span>
        {message.receives > 0 && <span>received {message.receives} times</span>}
        {message.group && <span>group {message.group}</span>}
        {sender && !message.gaveUp && <Link href={`/runs/${sender}`}>The run that sent it</Link>}
        {message.gaveUp?.run && <Link href={`/runs/${message.gaveUp.run}`}>The run that failed</Link>}
      </p>
      {message.gaveUp && <p>{gaveUpText(message.gaveUp)}</p>}
      <Code label="Message" text={message.body} />
    </>
  );
}

function gaveUpText({ records, tries, why }: ShownGaveUp): string {
  const what = records === 1 ? 'One record' : `${records} records`;
  return `${what}, given up after ${tries} tries${why === 'age' ? ' because it was too old' : ''}. AWS says here where they are, and not what they hold.`;
}

function Redrive({ resource, total }: { readonly resource: ShownResource; readonly total: number }) {
  const { name, deadLettersOf, failuresOf } = resource;
  const [came, setCame] = useState<ShownRedrive>();
  const from = deadLettersOf ?? failuresOf;
  if (from === undefined) return null;
  return (
    <div className="redrive">
      <p>
        {deadLettersOf
          ? `Messages of ${deadLettersOf} come here when they were received too often. Mend the code, then send them back.`
          : `Records that ${failuresOf} gave up after its retries. Mend the code, then hand them to it once more.`}
      </p>
      {total > 0 && (
        <Act
          kind="main"
          run={async () => setCame(await post<ShownRedrive>(`queues/${encodeURIComponent(name)}/redrive`))}
        >
          {deadLettersOf ? `Send all back to ${deadLettersOf}` : `Hand all to ${failuresOf} again`}
        </Act>
      )}
      {came && (
        <p role="status">
          {came.moved} {deadLettersOf ? 'sent back' : 'succeeded'}
          {came.failed > 0 && `, ${came.failed} ${deadLettersOf ? 'stayed' : 'failed again'}`}.
        </p>
      )}
    </div>
  );
}
