import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

/** The entries of a list in XML, wherever it stands, as records of text. */
export function entriesIn(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  return ([found(parser.parse(xml), name) ?? []] as unknown[]).flat() as Readonly<Record<string, string>>[];
}

/** A text in XML, wherever it stands. */
export function textIn(xml: string, name: string): string | undefined {
  const value = found(parser.parse(xml), name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function found(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  if (name in node) return (node as Readonly<Record<string, unknown>>)[name];
  for (const value of Object.values(node)) {
    const inner = found(value, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
