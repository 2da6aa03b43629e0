import { Link } from 'wouter';
import { news } from '../live/session.ts';
import { useAsked } from '../live/use-asked.ts';
import { Empty, Trouble } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { time } from '../parts/times.ts';
import type { Mail } from '../shown.ts';
import { MailDetail } from './mail/mail-detail.tsx';

/** The inbox: what the app would have mailed. */
export function MailPage({ id }: { readonly id: string | undefined }) {
  const { answer: mails, error } = useAsked<readonly Mail[]>('mails', news.mail);
  const mail = mails?.find((one) => one.id === id);
  return (
    <Page title="Mail" says="Every mail that the app has sent. None of them leaves your machine.">
      <Trouble error={error} />
      {mails?.length === 0 && <Empty title="No mail yet.">What the app sends with SES arrives here.</Empty>}
      {mails && mails.length > 0 && (
        <div className={mail ? 'panes chosen' : 'panes'}>
          <nav className="pane-list" aria-label="Mails">
            <ul className="list">
              {mails.map((one) => (
                <li key={one.id}>
                  <Link
                    className="row"
                    href={`/mail/${one.id}`}
                    aria-current={one === mail ? 'true' : undefined}
                  >
                    <span className="row-main">
                      <strong>{one.subject || 'No subject'}</strong>
                    </span>
                    <span className="row-more">
                      <span className="cause">{one.to.join(', ')}</span>
                      <span>{time(one.sentAt)}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <section className="pane-detail" aria-label="Mail">
            {mail ? <MailDetail key={mail.id} mail={mail} /> : <Empty title="Choose a mail." />}
          </section>
        </div>
      )}
    </Page>
  );
}
