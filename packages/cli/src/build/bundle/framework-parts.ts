/** A part of the framework, and what code says that uses it. */
interface FrameworkPart {
  /** The framework reads it when it loads: `process.env.TANKARD_WITHOUT_…`. */
  readonly without: string;
  readonly used: RegExp;
}

/**
 * Parts that a function holds only where its own code, the packages in it included, says a word by which alone they can be used.
 * Names of properties are not shortened when code is minified; a word that means something else keeps a part for nothing.
 */
const parts: readonly FrameworkPart[] = [
  { without: 'AUTH', used: /\bauth\b/ },
  { without: 'BODIES', used: /\b(body|json)\b/ },
  { without: 'CLASSES', used: /\buse\b(?! strict)/ },
  { without: 'CONNECTIONS', used: /\b(connection|websocketUrl)\b/ },
  { without: 'COOKIES', used: /\bcookies\b/ },
  { without: 'CORS', used: /\bcors\b/ },
  { without: 'FORMS', used: /\bform\b/ },
  // Cookies and the origin of a page are headers, too.
  { without: 'HEADERS', used: /\b(headers?|cookies|cors)\b/ },
  { without: 'LIMITS', used: /\b(contentTypes|bodyLimit)\b/ },
  { without: 'MIDDLEWARE', used: /\bmiddleware\b/ },
  { without: 'QUERIES', used: /\bquery(All)?\b/ },
  { without: 'RESOURCES', used: /\b(table|bucket|queue|topic|stream|parameter|secret|url)\b/ },
  { without: 'RESPONSES', used: /\b(Response|fetch)\b/ },
  // Every validator of Standard Schema has this property.
  { without: 'SCHEMAS', used: /~standard/ },
  { without: 'SECRETS', used: /\bsecret\b/ },
  { without: 'STREAMS', used: /\bstream\b/ },
];

/** The parts that a function's bundle uses. */
export function partsUsed(code: string): readonly string[] {
  return parts.filter(({ used }) => used.test(code)).map(({ without }) => without);
}

/** Tells the framework which of its parts are used, as esbuild's `define`. */
export function partDefinitions(used: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parts.map(({ without }) => [
      `process.env.TANKARD_WITHOUT_${without}`,
      used.includes(without) ? '""' : '"1"',
    ]),
  );
}
