import { segmentsOf } from '../http/pattern.ts';
import type { TextValue } from './text-of.ts';

/** What stands in a path. */
export type PathValues = Readonly<Record<string, TextValue | undefined>>;

/** What stands in a query; a list comes several times, and what is undefined not at all. */
export type QueryValues = Readonly<Record<string, TextValue | readonly TextValue[] | undefined>>;

/**
 * The address of a call: the client's, with the path and the query behind it.
 *
 * @throws {TypeError} for a parameter that is missing or would lead to another path
 */
export function addressOf(
  base: string,
  path: string,
  params: PathValues = {},
  query: QueryValues = {},
): string {
  const parts = segmentsOf(path).map((segment) => {
    if (segment.kind === 'static') return segment.text;
    const text = textOf(params[segment.name] ?? '');
    const pieces = segment.kind === 'greedy' ? text.split('/') : [text];
    // Whoever reads the address takes these for steps in it, percent-encoded too.
    if (text === '' || pieces.some((piece) => piece === '.' || piece === '..'))
      throw new TypeError(`The parameter '${segment.name}' of '${path}' can't be '${text}'.`);
    return pieces.map(encodeURIComponent).join('/');
  });
  const values = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    if (given === undefined) continue;
    for (const value of isList(given) ? given : [given]) values.append(name, textOf(value));
  }
  const search = values.size > 0 ? `?${values}` : '';
  return `${base.replace(/\/+$/, '')}/${parts.join('/')}${search}`;
}

function isList(value: TextValue | readonly TextValue[]): value is readonly TextValue[] {
  return Array.isArray(value);
}

/** A value as it stands in an address or a header. */
export function textOf(value: TextValue): string {
  return value instanceof Date ? value.toISOString() : String(value);
}
