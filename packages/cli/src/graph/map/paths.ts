export interface Point {
  readonly x: number;
  readonly y: number;
}

const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
const between = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 });

/** A smooth SVG path along points: through the middles, rounded at each point. */
export function linePath(points: readonly Point[]): string {
  const [first, ...others] = points as readonly [Point, ...Point[]];
  const curves = others.slice(0, -1).map((point, index) => {
    const next = others[index + 1] as Point;
    return `Q${at(point)} ${at(between(point, next))}`;
  });
  const last = others.at(-1) ?? first;
  return [
    `M${at(first)}`,
    ...(others[0] ? [`L${at(between(first, others[0]))}`] : []),
    ...curves,
    `L${at(last)}`,
  ].join(' ');
}

/** Pixels. */
const HEAD = { length: 8, width: 4 };

/** A triangle at the last point, in the direction of the line. */
export function headPath(points: readonly Point[]): string {
  const [before, end] = points.slice(-2) as [Point, Point];
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const corner = (side: number): Point => ({
    x: end.x - HEAD.length * Math.cos(angle) + side * HEAD.width * Math.sin(angle),
    y: end.y - HEAD.length * Math.sin(angle) - side * HEAD.width * Math.cos(angle),
  });
  return `M${at(end)} L${at(corner(1))} L${at(corner(-1))} Z`;
}
