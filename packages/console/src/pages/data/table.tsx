import { useState } from 'react';
import { Button } from 'react-aria-components';
import { news } from '../../live/session.ts';
import { useAsked } from '../../live/use-asked.ts';
import { Code } from '../../parts/code.tsx';
import { Empty, Trouble } from '../../parts/empty.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import type { ShownItems, ShownResource } from '../../shown.ts';
import { Pages } from './pages.tsx';

type Item = ShownItems['items'][number];

/** Attributes that have a column; all of them are in the item itself. */
const COLUMNS = 8;

/** A table's items, a page at a time. */
export function Table({ resource: { name } }: { readonly resource: ShownResource }) {
  const [after, setAfter] = useState<string>();
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const { answer, error } = useAsked<ShownItems>(`tables/${encodeURIComponent(name)}${query}`, news.data);
  return (
    <section aria-labelledby="items">
      <h2 id="items">Items</h2>
      <Trouble error={error} />
      {answer?.items.length === 0 && <Empty title="No item yet." />}
      {answer && answer.items.length > 0 && <Items {...answer} />}
      <Pages isFirst={after === undefined} next={answer?.next} go={setAfter} />
    </section>
  );
}

function Items({ keys, items }: ShownItems) {
  // By name: an item's attributes have no order.
  const others = [...new Set(items.flatMap(Object.keys))].filter((name) => !keys.includes(name)).sort();
  const columns = [...keys, ...others].slice(0, COLUMNS);
  return (
    <Scroll className="table-scroll" label="Items of the table">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">Whole item</span>
            </th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
                {keys.includes(name) && <span className="faint"> key</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={JSON.stringify(keys.map((name) => item[name]))} item={item} columns={columns} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function ItemRow({ item, columns }: { readonly item: Item; readonly columns: readonly string[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <Button className="button small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? 'Less' : 'All'}
          </Button>
        </td>
        {columns.map((name) => (
          <td key={name}>{textOf(item[name])}</td>
        ))}
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns.length + 1}>
            <Code label="Item" text={JSON.stringify(item)} />
          </td>
        </tr>
      )}
    </>
  );
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
