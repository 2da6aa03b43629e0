/** What answers: an HTTP API, a REST API, or the app itself behind the `$default` route of an HTTP API or a function URL. */
export type Target = 'http' | 'rest' | 'default' | 'function-url';
export const TARGETS: readonly Target[] = ['http', 'rest', 'default', 'function-url'];

/** The targets whose app has no routes that ask who calls, and why. */
export const WITHOUT_AUTHORIZERS: Partial<Record<Target, string>> = {
  default:
    'One route takes all paths, and all that is behind it has to ask the same of its callers: AUTHORIZERS_DIFFER.',
  'function-url':
    'A function URL can ask for a signature of AWS, and nothing else: no API Gateway is in front of it.',
};

/** What the app's echo says of a request. */
export interface Echo {
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly all: Readonly<Record<string, readonly string[]>>;
  /** Those whose names begin with `x-t-`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly type: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly text: string;
  readonly hex: string;
}

/** As much of an answer as a row is about. */
export interface Answer {
  /** Default 200. */
  readonly status?: number;
  /** By lower-case name; null where it must not be there. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly cookies?: readonly string[];
  readonly text?: string;
  /** Of the body as JSON. */
  readonly json?: unknown;
  readonly hex?: string;
  /** The body's length. */
  readonly length?: number;
  /** Fields of the echo. */
  readonly echo?: Partial<Echo>;
  /** The body that comes back when the same is asked once more. */
  readonly again?: 'same' | 'other';
}

/** One request, as it goes over the wire, and its answer. */
export interface RequestRow {
  readonly does: string;
  /** Method and target: `GET /users/7?a=b`. */
  readonly asks: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string | Uint8Array;
  readonly gives: Answer;
  /** Targets that answer otherwise; a function URL as `default` where nothing is said of it. */
  readonly but?: Partial<Record<Target, Answer>>;
  /** Targets that can't be asked, and why. */
  readonly without?: Partial<Record<Target, string>>;
}

/** What came back, whoever was asked. */
export interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: readonly string[];
  readonly body: Uint8Array;
}

/** Asks, and tells of what came back that which an answer speaks of, so that the two can be compared. */
export async function asked(wanted: Answer, ask: () => Promise<Seen>): Promise<Answer> {
  const seen = await ask();
  if (wanted.again === undefined) return seenAs(wanted, seen);
  const { body } = await ask();
  return { ...seenAs(wanted, seen), again: Buffer.from(body).equals(seen.body) ? 'same' : 'other' };
}

function seenAs(wanted: Answer, { status, headers, cookies, body }: Seen): Answer {
  const text = Buffer.from(body).toString();
  const names = Object.keys(wanted.headers ?? {});
  return {
    ...(status !== 200 && { status }),
    ...(wanted.headers && {
      headers: Object.fromEntries(names.map((name) => [name, headers[name] ?? null])),
    }),
    ...(wanted.cookies && { cookies }),
    ...(wanted.text !== undefined && { text }),
    ...('json' in wanted && { json: parsed(text) }),
    ...(wanted.hex !== undefined && { hex: Buffer.from(body).toString('hex') }),
    ...(wanted.length !== undefined && { length: body.length }),
    ...(wanted.echo && { echo: picked(parsed(text), Object.keys(wanted.echo)) }),
  };
}

/** JSON, or the text that is none, so that a failure shows it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function picked(value: unknown, names: readonly string[]): Partial<Echo> {
  const record = (typeof value === 'object' && value !== null ? value : { value }) as Record<string, unknown>;
  const unknown = 'method' in record ? {} : record;
  return { ...Object.fromEntries(names.map((name) => [name, record[name]])), ...unknown };
}
