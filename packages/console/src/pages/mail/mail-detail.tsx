import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Link } from 'wouter';
import { Code } from '../../parts/code.tsx';
import { Icon } from '../../parts/icon.tsx';
import { bytes, time } from '../../parts/times.ts';
import type { Mail } from '../../shown.ts';
import { LinkedText } from './linked-text.tsx';

/** One mail as its reader gets it. Its HTML is a page of its own origin, which may run nothing and load nothing. */
export function MailDetail({ mail }: { readonly mail: Mail }) {
  const heads: readonly (readonly [string, string])[] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply to', mail.replyTo.join(', ')],
    ['Sent', time(mail.sentAt)],
    ['Attached', mail.attachments.map(({ name, size }) => `${name} (${bytes(size)})`).join(', ')],
  ];
  return (
    <>
      <Link className="back" href="/mail">
        <Icon name="back" /> All mails
      </Link>
      <header className="detail-head">
        <h2>{mail.subject || 'No subject'}</h2>
        {mail.invocation && <Link href={`/runs/${mail.invocation}`}>The run that sent it</Link>}
      </header>
      <dl className="pairs">
        {heads
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Tabs>
        <TabList aria-label="Form" className="tabs">
          {mail.html !== undefined && <Tab id="html">As seen</Tab>}
          {mail.text !== undefined && <Tab id="text">Text</Tab>}
          {mail.html !== undefined && <Tab id="source">HTML</Tab>}
        </TabList>
        {mail.html !== undefined && (
          <TabPanel id="html" className="tab-panel">
            <iframe
              className="mail-frame"
              title={`Mail: ${mail.subject}`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              src={`/mail-body/${mail.id}`}
            />
          </TabPanel>
        )}
        {mail.text !== undefined && (
          <TabPanel id="text" className="tab-panel">
            <LinkedText text={mail.text} />
          </TabPanel>
        )}
        {mail.html !== undefined && (
          <TabPanel id="source" className="tab-panel">
            <Code label="HTML of the mail" text={mail.html} />
          </TabPanel>
        )}
      </Tabs>
    </>
  );
}
