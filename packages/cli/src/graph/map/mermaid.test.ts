import { expect, test } from 'vitest';
import { mermaid } from './mermaid.ts';

test('each kind has its shape, calls are full arrows and uses dotted ones', () => {
  const text = mermaid({
    boxes: [
      { id: 'api', kind: 'api', text: 'API' },
      { id: 'function:f', kind: 'function', text: 'f' },
      { id: 'table:T', kind: 'table', text: 'table T' },
    ],
    arrows: [
      { from: 'api', to: 'function:f', text: 'GET /\nPOST /', kind: 'calls' },
      { from: 'function:f', to: 'table:T', kind: 'uses' },
    ],
  });
  expect(text).toBe(`flowchart LR
  n1{{"API"}}
  n2["f"]
  n3[("table T")]
  n1 -->|"GET /<br/>POST /"| n2
  n2 -.-> n3
`);
});

test('what would end a label or be taken for HTML is escaped', () => {
  const text = mermaid({ boxes: [{ id: 'x', kind: 'event', text: 'a "b" <c> & d' }], arrows: [] });
  expect(text).toContain('n1(["a #quot;b#quot; #lt;c#gt; #amp; d"])');
});
