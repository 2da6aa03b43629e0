import type { Drawing, DrawnArrow, DrawnBox } from './drawing.ts';

/** Light, and dark where the reader's system is. */
const STYLE = `
  svg { background: #fff; font: 13px system-ui, sans-serif }
  rect { fill: #fff; stroke: #b9b2a7 }
  .function rect { fill: #fdf1dc; stroke: #b45309 }
  .icon { fill: none; stroke: #7a4a12; stroke-width: 1.4 }
  text { fill: #221d16 }
  .title, .label { font-size: 11px; fill: #665e52 }
  .line { fill: none; stroke: #8b8377; stroke-width: 1.4 }
  .uses .line { stroke-dasharray: 4 4 }
  .head { fill: #8b8377 }
  .ground { fill: #fff; stroke: none }
  @media (prefers-color-scheme: dark) {
    svg { background: #191714 }
    rect { fill: #221f1b; stroke: #5b5449 }
    .function rect { fill: #3a2a14; stroke: #e0a458 }
    .icon { stroke: #e6b877 }
    text { fill: #f1ece3 }
    .title, .label { fill: #b5ab9c }
    .line { stroke: #8d8475 }
    .head { fill: #8d8475 }
    .ground { fill: #191714 }
  }`;

/** Pixels from one line of a label to the next. */
const LINE = 14;

/** A drawing as an SVG file. */
export function svg({ width, height, boxes, arrows }: Drawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${STYLE}\n</style>`,
    ...arrows.map(arrowText),
    ...arrows.map(labelText),
    ...boxes.map(boxText),
    '</svg>',
    '',
  ].join('\n');
}

function boxText({ kind, x, y, width, height, title, name, icon }: DrawnBox): string {
  return [
    `<g class="box ${kind}" transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="8"/>`,
    `<path class="icon" transform="translate(12 ${height / 2 - 8})" d="${icon}"/>`,
    `<text class="title" x="38" y="18">${escaped(title)}</text>`,
    `<text x="38" y="35">${escaped(name)}</text>`,
    '</g>',
  ].join('');
}

function arrowText({ kind, line, head }: DrawnArrow): string {
  return `<g class="${kind}"><path class="line" d="${line}"/><path class="head" d="${head}"/></g>`;
}

function labelText({ label }: DrawnArrow): string {
  if (!label) return '';
  const { x, lines } = label;
  const top = label.y - ((lines.length - 1) * LINE) / 2;
  const width = Math.max(...lines.map(({ length }) => length)) * 6.1 + 6;
  const ground = `<rect class="ground" x="${x - width / 2}" y="${top - 10}" width="${width}" height="${lines.length * LINE + 4}"/>`;
  const texts = lines.map(
    (text, index) => `<tspan x="${x}" y="${top + index * LINE + 4}">${escaped(text)}</tspan>`,
  );
  return `${ground}<text class="label" text-anchor="middle">${texts.join('')}</text>`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
