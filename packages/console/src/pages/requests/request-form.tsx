import { useState } from 'react';
import { Form, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { post } from '../../live/ask.ts';
import { Trouble } from '../../parts/empty.tsx';
import { Input, Lines } from '../../parts/inputs.tsx';
import type { ShownAnswer, ShownRequest, ShownRoute } from '../../shown.ts';
import { Answer } from './answer.tsx';
import { filledPath, parametersOf } from './path.ts';
import { bodyOf, fieldsOf } from './schema-fields.ts';
import { SchemaForm } from './schema-form.tsx';

const METHODS_WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a route takes, as a form; sent, and answered. */
export function RequestForm({ route, url }: { readonly route: ShownRoute; readonly url: string }) {
  const fields = fieldsOf(route.body);
  const parameters = parametersOf(route.path);
  const [method, setMethod] = useState(route.method === 'ANY' ? 'GET' : route.method);
  const [params, setParams] = useState<Readonly<Record<string, string>>>({});
  const [values, setValues] = useState(() =>
    Object.fromEntries((fields ?? []).map((one) => [one.name, one.example])),
  );
  const [text, setText] = useState(fields ? '' : '{}');
  const [isForm, setForm] = useState(fields !== undefined);
  const [query, setQuery] = useState('');
  const [headers, setHeaders] = useState('content-type: application/json');
  const [answer, setAnswer] = useState<ShownAnswer>();
  const [error, setError] = useState<string>();
  const [isSending, setSending] = useState(false);
  const hasBody = !METHODS_WITHOUT_BODY.has(method);
  const path = filledPath(route.path, params, query);

  async function send(): Promise<void> {
    setSending(true);
    setError(undefined);
    try {
      const body = hasBody ? (isForm && fields ? bodyOf(fields, values) : text) : undefined;
      const asked: ShownRequest = { method, path, headers: hasBody || query ? headersIn(headers) : {}, body };
      setAnswer(await post<ShownAnswer>('request', asked));
    } catch (thrown) {
      setError((thrown as Error).message);
    }
    setSending(false);
  }

  return (
    <>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {route.method === 'ANY' && <Input label="Method" value={method} onChange={setMethod} />}
        {parameters.map((name) => (
          <Input
            key={name}
            label={name}
            hint="in the path"
            isRequired
            value={params[name] ?? ''}
            onChange={(value) => setParams({ ...params, [name]: value })}
          />
        ))}
        {hasBody && (
          <Tabs
            selectedKey={isForm ? 'form' : 'json'}
            onSelectionChange={(key) => {
              if (key === 'json' && isForm && fields) setText(bodyOf(fields, values));
              setForm(key === 'form');
            }}
          >
            <TabList aria-label="Body" className="tabs">
              {fields && <Tab id="form">Body</Tab>}
              <Tab id="json">{fields ? 'As JSON' : 'Body'}</Tab>
            </TabList>
            {fields && (
              <TabPanel id="form" className="tab-panel">
                <SchemaForm fields={fields} values={values} onChange={setValues} />
              </TabPanel>
            )}
            <TabPanel id="json" className="tab-panel">
              <Lines label="Body" rows={8} value={text} onChange={setText} />
            </TabPanel>
          </Tabs>
        )}
        <details className="more">
          <summary>Query and headers</summary>
          <Input label="Query" hint="such as page=2&sort=name" value={query} onChange={setQuery} />
          <Lines label="Headers, a line each" rows={3} value={headers} onChange={setHeaders} />
        </details>
        <div className="send">
          <button className="button main" type="submit" disabled={isSending}>
            Send
          </button>
          <code className="faint">
            {method} {url}
            {path}
          </code>
        </div>
      </Form>
      <Trouble error={error} />
      {answer && <Answer answer={answer} />}
    </>
  );
}

function headersIn(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line): [string, string][] => {
    const at = line.indexOf(':');
    return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()]] : [];
  });
  return Object.fromEntries(pairs);
}
