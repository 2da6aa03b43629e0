import { isOpen, join, type Value } from './value.ts';

/**
 * The JSON text of a value, for what AWS takes as text. What is not known yet stays open in it, and is trusted to need no
 * escapes: names, ARNs and URLs have no quotation marks.
 */
export function jsonText(value: Value): Value {
  const pieces = piecesOf(value);
  return pieces.every((piece) => typeof piece === 'string') ? pieces.join('') : join(...pieces);
}

function piecesOf(value: Value): readonly Value[] {
  if (isOpen(value)) return ['"', value, '"'];
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  if (isList(value)) return ['[', ...separated(value.map(piecesOf)), ']'];
  const members = Object.entries(value).map(([key, inner]) => [
    `${JSON.stringify(key)}:`,
    ...piecesOf(inner),
  ]);
  return ['{', ...separated(members), '}'];
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function separated(parts: readonly (readonly Value[])[]): readonly Value[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [',', ...part]));
}
