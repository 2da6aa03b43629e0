import type { NamedKind } from './environment.ts';

/** An attribute of a resource that is known once AWS has made the resource. */
export interface Placeholder {
  readonly kind: NamedKind;
  readonly name: string;
  /** Without: what the resource's variable holds, such as a table's name or a queue's URL. */
  readonly attribute?: 'arn' | 'name' | undefined;
}

/**
 * What a resource's attribute reads as while the command loads the app, when nothing in AWS is known yet:
 * `{{table:Subscribers}}` for what the variable holds, `{{table:Subscribers#arn}}` for another attribute.
 */
export function placeholder(kind: NamedKind, name: string, attribute?: Placeholder['attribute']): string {
  return `{{${kind}:${name}${attribute ? `#${attribute}` : ''}}}`;
}

const PLACEHOLDER =
  /\{\{(table|bucket|queue|topic|stream|parameter|secret|url):([^{}#]+)(?:#(arn|name))?\}\}/g;

/** A text taken apart at its placeholders; the texts between them stay as they are, empty ones are left out. */
export function splitAtPlaceholders(text: string): readonly (string | Placeholder)[] {
  const pieces: (string | Placeholder)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, kind, name = '', attribute] = match;
    pieces.push(text.slice(end, match.index), { kind, name, attribute } as Placeholder);
    end = match.index + whole.length;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
}
