import { Graph, layout } from '@dagrejs/dagre';
import type { AppMap, Arrow } from './app-map.ts';
import type { Box } from './box.ts';
import type { Drawing, DrawnArrow, DrawnBox } from './drawing.ts';
import { ICONS } from './icons.ts';
import { headPath, linePath, type Point } from './paths.ts';

/** Pixels that a letter takes at most, on average: a name in 13 px, a label in 11 px. */
const LETTER = { name: 7.3, label: 6.1 };
const LINE = 14;
const BOX = { height: 46, left: 40, right: 16, narrowest: 96 };
const SEPARATED = { nodesep: 28, edgesep: 16, ranksep: 40, marginx: 12, marginy: 16 };
/** What is seen at once of a page. */
const WIDEST = 1000;

const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));

/**
 * Gives everything on a map its place: from what calls on the left to what is used on the right, or where that is too wide and the other way is
 * not, from the top down.
 */
export function draw(map: AppMap): Drawing {
  const right = laidOut(map, 'LR');
  if (right.width <= WIDEST) return right;
  const down = laidOut(map, 'TB');
  return down.width < right.width ? down : right;
}

function laidOut({ boxes, arrows }: AppMap, rankdir: 'LR' | 'TB'): Drawing {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ ...SEPARATED, rankdir });
  for (const box of boxes) {
    const width =
      BOX.left +
      Math.max(longest([nameOf(box), box.kind]) * LETTER.name, BOX.narrowest - BOX.left) +
      BOX.right;
    graph.setNode(box.id, { width: Math.round(width), height: BOX.height });
  }
  arrows.forEach(({ from, to, text }, index) => {
    const lines = text?.split('\n');
    const size = lines ? { width: longest(lines) * LETTER.label + 12, height: lines.length * LINE + 6 } : {};
    graph.setEdge(from, to, { ...size, labelpos: 'c' }, String(index));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { readonly width?: number; readonly height?: number };
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: boxes.map((box) => drawnBox(box, graph.node(box.id) as Placed)),
    arrows: arrows.map((arrow, index) =>
      drawnArrow(arrow, graph.edge(arrow.from, arrow.to, String(index)) as Routed),
    ),
  };
}

/** As the layout gives it: the middle. */
interface Placed extends Point {
  readonly width: number;
  readonly height: number;
}
interface Routed extends Point {
  readonly points: readonly Point[];
}

function nameOf({ kind, text }: Box): string {
  if (kind === 'mail') return 'Inbox';
  return text.startsWith(`${kind} `) ? text.slice(kind.length + 1) : text;
}

function drawnBox(box: Box, { x, y, width, height }: Placed): DrawnBox {
  const { id, kind } = box;
  const corner = { x: Math.round(x - width / 2), y: Math.round(y - height / 2) };
  const name = nameOf(box);
  return {
    id,
    kind,
    ...corner,
    width,
    height,
    title: kind === 'api' ? 'HTTP' : kind,
    name,
    icon: ICONS[kind],
  };
}

function drawnArrow({ from, to, kind, text }: Arrow, { points, x, y }: Routed): DrawnArrow {
  const label =
    text === undefined ? undefined : { x: Math.round(x), y: Math.round(y), lines: text.split('\n') };
  return { from, to, kind, line: linePath(points), head: headPath(points), label };
}
