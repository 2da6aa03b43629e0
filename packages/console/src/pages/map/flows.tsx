import { Link } from 'wouter';
import type { Drawing, DrawnBox, ShownCounts } from '../../shown.ts';
import { whereIs } from './where.ts';

/** The same map in words: for narrow screens, for readers of text, and to find a function by its name. */
export function Flows({
  drawing: { boxes, arrows },
  counts,
}: {
  readonly drawing: Drawing;
  readonly counts: ShownCounts;
}) {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const boxesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const functions = boxes.filter(({ kind }) => kind === 'function');
  return (
    <section aria-labelledby="functions">
      <h2 id="functions">Functions</h2>
      <ul className="cards">
        {functions.map((one) => (
          <li key={one.id} className="card">
            <h3>
              <Link href={whereIs(one) ?? '/'}>{one.name}</Link>
              <span className={counts[one.id]?.bad ? 'count bad' : 'count'}>
                {counts[one.id]?.text ?? 'no run yet'}
              </span>
            </h3>
            <Boxes
              word="called by"
              boxes={boxesOf(arrows.filter(({ to }) => to === one.id).map(({ from }) => from))}
            />
            <Boxes
              word="uses"
              boxes={boxesOf(arrows.filter(({ from }) => from === one.id).map(({ to }) => to))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Boxes({ word, boxes }: { readonly word: string; readonly boxes: readonly DrawnBox[] }) {
  if (boxes.length === 0) return null;
  return (
    <p className="flow">
      <span className="faint">{word}</span>
      {boxes.map((box) => {
        const text = box.kind === 'api' ? 'HTTP' : box.kind === 'mail' ? 'mail' : `${box.title} ${box.name}`;
        const to = whereIs(box);
        return to ? (
          <Link key={box.id} href={to}>
            {text}
          </Link>
        ) : (
          <span key={box.id}>{text}</span>
        );
      })}
    </p>
  );
}
