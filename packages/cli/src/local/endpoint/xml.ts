import { createRequire } from 'node:module';

let known: ReturnType<typeof makeXml> | undefined;

/** The first XML loads what reads and writes it: 35 modules, which `require` finds in one file. */
const xml = () => (known ??= makeXml());

function makeXml() {
  const load = createRequire(import.meta.url);
  const { XMLBuilder, XMLParser } = load('fast-xml-parser') as typeof import('fast-xml-parser');
  return {
    builder: new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: false }),
    parser: new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false }),
  };
}

/** A document of the elements given, with XML's declaration; keys that begin with `@` are attributes. */
export function toXml(elements: object): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml().builder.build(elements)}`;
}

/**
 * Elements by name; text stays text. An element that may repeat is read with {@link listOf}.
 *
 * @throws Error where the text is not well-formed.
 */
export function fromXml(text: string): unknown {
  return xml().parser.parse(text, true);
}

/** What stands at a path of element names, or nothing. */
export function at(parsed: unknown, ...path: readonly string[]): unknown {
  let value = parsed;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** An element that may be absent, one or many, as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value : [value];
}

/** For text and for attribute values. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
