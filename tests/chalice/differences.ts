import type { CaseApp, CaseHandler } from './app-language.ts';
import type { EventCase, RaisingCase } from './event-case.ts';
import type { GatewayCase } from './gateway-case.ts';
import type { HttpCase, HttpExpected } from './http-case.ts';
import { isViewError } from './interpreter.ts';
import type { MatchCase } from './match-case.ts';

/**
 * Where Tankard differs from Chalice on purpose, in one list. Each says why, which cases it is about by what they use, and what
 * is expected instead. Nothing else may differ.
 */
export interface Difference<Case, Expected> {
  readonly reason: string;
  applies(each: Case): boolean;
  expected(each: Case, chalice: Expected): Expected;
}

/** A case of http_runtime beside the app and the handlers of the path that it calls. */
export interface HttpSubject extends HttpCase {
  readonly description: CaseApp;
  readonly handlers: readonly CaseHandler[];
}

export const httpDifferences: readonly Difference<HttpSubject, HttpExpected>[] = [
  {
    reason: 'Where a request reaches the function, an unknown path is 404 and not 405 with an empty Allow.',
    applies: ({ handlers }) => handlers.length === 0,
    expected: ({ event }) => ({
      statusCode: 404,
      headers: {},
      multiValueHeaders: {},
      body: JSON.stringify({
        Code: 'NotFoundError',
        Message: `No route for ${event.requestContext.httpMethod} ${event.requestContext.resourcePath}`,
      }),
    }),
  },
  {
    reason:
      "Python's errors are ours: what a debugging app tells is a JavaScript stack, which begins with the error.",
    applies: ({ description, handlers }) => description.debug === true && handlers.some(raisesUnexpected),
    expected: ({ handlers }, chalice) => ({
      ...chalice,
      body: { $startsWith: `Error: ${messageOf(handlers)}` },
    }),
  },
  {
    reason: 'A JSON answer says so.',
    applies: ({ handlers, description, expected }) => {
      const typed = Object.keys(expected?.headers ?? {}).some(
        (name) => name.toLowerCase() === 'content-type',
      );
      const isDebug = description.debug === true && handlers.some(raisesUnexpected);
      return !typed && !isDebug && !handlers.some((handler) => textOf(handler) === expected?.body);
    },
    expected: (_, chalice) => ({
      ...chalice,
      headers: { 'content-type': 'application/json', ...chalice.headers },
    }),
  },
];

export const matchDifferences: readonly Difference<MatchCase, MatchCase['expected']>[] = [
  {
    reason: "Captures of a candidate that failed to match don't leak into the result.",
    applies: ({ expected }) => expected !== undefined,
    expected: (_, chalice) => {
      const captured = Object.entries(chalice?.captured ?? {});
      const own = captured.filter(([name]) => chalice?.route.includes(`{${name}}`));
      return chalice && { ...chalice, captured: Object.fromEntries(own) };
    },
  },
  {
    reason: 'A greedy parameter, which Chalice does not know, takes the rest of the path as in API Gateway.',
    applies: ({ routes, url, expected }) => !expected && greedyMatch(routes, url) !== undefined,
    expected: ({ routes, url }) => greedyMatch(routes, url),
  },
];

export const gatewayDifferences: readonly Difference<GatewayCase, GatewayCase['expected']>[] = [
  {
    reason: 'What a request does not have is null in an event of API Gateway.',
    applies: ({ expected }) => expected !== undefined,
    expected: (_, chalice) =>
      chalice && {
        ...chalice,
        pathParameters: emptyToNull(chalice.pathParameters),
        stageVariables: emptyToNull(chalice.stageVariables),
      },
  },
];

export const eventDifferences: readonly Difference<EventCase, Record<string, unknown>>[] = [
  {
    reason: 'Images and keys of DynamoDB are plain values; the raw form stays at hand.',
    applies: ({ kind }) => kind === 'dynamodb',
    expected: (_, chalice) => ({
      ...chalice,
      keys: plainItem(chalice.keys),
      new_image: plainItem(chalice.new_image),
      old_image: plainItem(chalice.old_image),
    }),
  },
];

/**
 * Python's KeyError of an absent field: here the field is absent, and the handler is called. An event that
 * has no records at all is still an error.
 */
export const absentFieldDifference = {
  reason: 'A field that an event does not have is absent, and no error.',
  applies: ({ kind, payload, raises }: RaisingCase) =>
    raises.type === 'KeyError' &&
    (Array.isArray(payload.Records) || kind === 'schedule' || kind === 'cloudwatch'),
};

/** A schedule that AWS would refuse is refused when it is declared; Chalice finds out at the deployment. */
export const refusedScheduleDifference = {
  reason: 'A schedule that AWS would refuse is refused when it is declared.',
  applies: (expression: string) => !isRate(expression) && !isCron(expression),
};

function raisesUnexpected({ do: action }: CaseHandler): boolean {
  return 'raise' in action && !isViewError(action.raise.type);
}

function messageOf(handlers: readonly CaseHandler[]): string {
  return handlers.flatMap(({ do: action }) => ('raise' in action ? action.raise.message : [])).join();
}

/** What a handler returns as text. */
function textOf({ do: action }: CaseHandler): unknown {
  if ('return' in action) return typeof action.return === 'string' ? action.return : undefined;
  return 'response' in action && typeof action.response.body === 'string' ? action.response.body : undefined;
}

function greedyMatch(routes: readonly string[], url: string): MatchCase['expected'] {
  const [path = ''] = url.split('?');
  for (const route of routes) {
    const [, prefix, name] = /^([^{]*)\{(\w+)\+\}$/.exec(route) ?? [];
    if (
      prefix === undefined ||
      name === undefined ||
      !path.startsWith(prefix) ||
      path.length === prefix.length
    )
      continue;
    return { route, captured: { [name]: path.slice(prefix.length) }, query_params: {} };
  }
  return undefined;
}

function emptyToNull<T extends object | null>(record: T): T | null {
  return record && Object.keys(record).length === 0 ? null : record;
}

function plainItem(item: unknown): unknown {
  if (item === null || item === undefined) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  const [[type, inner] = ['', undefined]] = Object.entries(value as object);
  if (type === 'N') return Number(inner);
  if (type === 'M') return plainItem(inner);
  if (type === 'L') return (inner as unknown[]).map(plainValue);
  return type === 'NULL' ? null : inner;
}

/** A number above nought whose unit agrees with it. */
function isRate(expression: string): boolean {
  return /^rate\((?:1 (?:minute|hour|day)|(?:[2-9]|[1-9]\d+) (?:minute|hour|day)s)\)$/.test(expression);
}

/** Six fields, one of the two days left open. */
function isCron(expression: string): boolean {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.split(/\s+/) ?? [];
  return fields.length === 6 && (fields[2] === '?') !== (fields[4] === '?');
}
