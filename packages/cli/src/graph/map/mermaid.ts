import type { AppMap } from './app-map.ts';
import type { Box, BoxKind } from './box.ts';

/** Opening and closing of each shape. https://mermaid.js.org/syntax/flowchart.html */
const SHAPES: Readonly<Partial<Record<BoxKind, readonly [string, string]>>> = {
  api: ['{{', '}}'],
  schedule: ['([', '])'],
  event: ['([', '])'],
  table: ['[(', ')]'],
  bucket: ['[(', ')]'],
  secret: ['[(', ')]'],
  queue: ['[[', ']]'],
  topic: ['[[', ']]'],
  stream: ['[[', ']]'],
  mail: ['>', ']'],
};

/** A map as a Mermaid flow chart: full arrows call, dotted ones use. */
export function mermaid({ boxes, arrows }: AppMap): string {
  const ids = new Map(boxes.map(({ id }, index) => [id, `n${index + 1}`]));
  const lines = [
    ...boxes.map((box) => `${ids.get(box.id)}${shape(box)}`),
    ...arrows.map(({ from, to, text, kind }) => {
      const line = kind === 'calls' ? '-->' : '-.->';
      return [ids.get(from), text ? `${line}|${label(text)}|` : line, ids.get(to)].join(' ');
    }),
  ];
  return ['flowchart LR', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function shape({ kind, text }: Box): string {
  const [open, close] = SHAPES[kind] ?? ['[', ']'];
  return `${open}${label(text)}${close}`;
}

/** Mermaid takes anything between quotation marks but those themselves and HTML. */
function label(text: string): string {
  const escaped = text
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .replaceAll('\n', '<br/>');
  return `"${escaped}"`;
}
