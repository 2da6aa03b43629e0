import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Scroll } from '../../parts/scroll.tsx';
import type { Drawing, DrawnArrow, DrawnBox, ShownCounts } from '../../shown.ts';
import { whereIs } from './where.ts';

/** Pixels: the room that a count needs below its box. */
const BELOW = 14;

/** The drawing of `tankard graph --svg`, with what there is now at each box. */
export function MapDrawing({
  drawing: { width, height, boxes, arrows },
  counts,
}: {
  readonly drawing: Drawing;
  readonly counts: ShownCounts;
}) {
  return (
    <Scroll className="map" label="Map of the app">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it is named by what it stands in, and a title would hang over all of it. */}
      <svg width={width} height={height + BELOW} viewBox={`0 0 ${width} ${height + BELOW}`}>
        {arrows.map((arrow) => (
          <g key={`${arrow.from} ${arrow.to} ${arrow.line}`} className={arrow.kind}>
            <path className="line" d={arrow.line} />
            <path className="head" d={arrow.head} />
          </g>
        ))}
        {arrows.map((arrow) => (
          <Label key={`${arrow.from} ${arrow.to} ${arrow.line}`} label={arrow.label} />
        ))}
        {boxes.map((box) => (
          <Box key={box.id} box={box} count={counts[box.id]} />
        ))}
      </svg>
    </Scroll>
  );
}

function Box({ box, count }: { readonly box: DrawnBox; readonly count: ShownCounts[string] | undefined }) {
  const { kind, x, y, width, height, title, name, icon } = box;
  return (
    <g className={`box ${kind}`} transform={`translate(${x} ${y})`}>
      <Lead to={whereIs(box)}>
        <rect width={width} height={height} rx="8" />
        <path className="icon" transform={`translate(12 ${height / 2 - 8})`} d={icon} />
        <text className="title" x="38" y="18">
          {/* Spaces, because a reader of text takes the lines as one. */}
          {`${title} `}
        </text>
        <text x="38" y="35">
          {`${name} `}
        </text>
        {count && (
          <text className={count.bad ? 'count bad' : 'count'} x="6" y={height + 13}>
            {count.text}
          </text>
        )}
      </Lead>
    </g>
  );
}

function Lead({ to, children }: { readonly to: string | undefined; readonly children: ReactNode }) {
  return to === undefined ? children : <Link href={to}>{children}</Link>;
}

const LINE = 14;

function Label({ label }: Pick<DrawnArrow, 'label'>) {
  if (!label) return null;
  const { x, y, lines } = label;
  const top = y - ((lines.length - 1) * LINE) / 2;
  const width = Math.max(...lines.map(({ length }) => length)) * 6.1 + 6;
  return (
    <>
      <rect
        className="ground"
        x={x - width / 2}
        y={top - 10}
        width={width}
        height={lines.length * LINE + 4}
      />
      <text className="label" textAnchor="middle">
        {lines.map((line, index) => (
          <tspan key={line} x={x} y={top + index * LINE + 4}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  );
}
