import type { SlicedFile } from './slice.ts';

/** The source with what was cut turned into blank space: every line and column stays, and so do the offsets. */
export function blanked({ source, cuts }: SlicedFile): string {
  // Line by line: a pattern that replaces each character takes ten times as long.
  return replaceCuts(source, cuts, (text) => text.split('\n').map(blankLine).join('\n'));
}

const blankLine = (line: string): string =>
  line.endsWith('\r') ? `${' '.repeat(line.length - 1)}\r` : ' '.repeat(line.length);

/**
 * The source as it is bundled: every line and column stays, so that no source map is needed, but
 * of what was cut only the line ends are left, and the spaces before what follows in the same line.
 */
export function remaining({ source, cuts }: SlicedFile): string {
  return replaceCuts(source, cuts, (text, after) => {
    const lastLine = text.slice(text.lastIndexOf('\n') + 1);
    const follows = /^[^\S\n]*\S/.test(source.slice(after, after + 200));
    // A pattern that takes each character out by itself takes most of the time that bundling many functions takes.
    return text.replace(/[^\n]+/g, '').concat(follows ? ' '.repeat(lastLine.length) : '');
  });
}

function replaceCuts(
  source: string,
  cuts: SlicedFile['cuts'],
  blank: (text: string, after: number) => string,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, with: instead } of cuts) {
    parts.push(source.slice(from, start), instead, blank(source.slice(start + instead.length, end), end));
    from = end;
  }
  parts.push(source.slice(from));
  return parts.join('');
}
