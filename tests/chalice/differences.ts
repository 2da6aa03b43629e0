import type { CaseApp, CaseHandler } from './app-language.ts';
import { type AuthorizerCase, withResources } from './authorizer-case.ts';
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

/** A case of http_runtime beside its app, and what the app has for its path and method. */
export interface HttpSubject extends HttpCase {
  readonly description: CaseApp;
  readonly knownPath: boolean;
  readonly handler: CaseHandler | undefined;
}

const NOT_JSON = '{"Code":"BadRequestError","Message":"Error Parsing JSON"}';

export const httpDifferences: readonly Difference<HttpSubject, HttpExpected>[] = [
  {
    reason: 'Where a request reaches the function, an unknown path is 404 and not 405 with an empty Allow.',
    applies: ({ knownPath }) => !knownPath,
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
    applies: tellsStack,
    expected: ({ handler }, chalice) => ({
      ...chalice,
      body: { $startsWith: `Error: ${messageOf(handler)}` },
    }),
  },
  {
    reason:
      'Parameters of the path are decoded, whichever API they come through; a REST API hands them on encoded.',
    applies: ({ event, handler }) =>
      handler !== undefined && Object.values(event.pathParameters ?? {}).some((value) => value.includes('%')),
    expected: (_, chalice) => ({ ...chalice, body: decodedParams(String(chalice.body)) }),
  },
  {
    reason:
      'A name that the query does not have has no values; asking for it is no error, as it is in Python.',
    applies: ({ event, expected, handler }) =>
      expected?.statusCode !== 415 &&
      echoed(handler).some((part) => part.startsWith('query_list:') && !(part.slice(11) in queryOf(event))),
    expected: ({ event, handler }, chalice) => ({
      ...chalice,
      statusCode: 200,
      body: JSON.stringify(Object.fromEntries(echoed(handler).map((part) => [part, queryPart(part, event)]))),
    }),
  },
  {
    reason: 'A JSON answer says so.',
    applies: (subject) => {
      const { expected, handler } = subject;
      if (!expected) return false;
      const typed = Object.keys(expected.headers).some((name) => name.toLowerCase() === 'content-type');
      const text = sentText(expected);
      const isText = !isJson(text) || (handler && textOf(handler) === text);
      return !typed && !tellsStack(subject) && !isText;
    },
    expected: (_, chalice) => ({
      ...chalice,
      headers: { 'content-type': 'application/json', ...chalice.headers },
    }),
  },
  {
    reason: "A body that is no JSON is refused in Chalice's words, and told where it stops being JSON.",
    applies: ({ expected }) => expected?.statusCode === 400 && expected.body === NOT_JSON,
    expected: (_, chalice) => ({
      ...chalice,
      body: {
        $startsWith: `${NOT_JSON.slice(0, -1)},"issues":[{"in":"body","path":"","message":"line `,
        $endsWith: '"}]}',
      },
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
    reason: 'A parameter holds at least one character.',
    applies: ({ expected }) => Object.values(expected?.captured ?? {}).includes(''),
    expected: () => undefined,
  },
  {
    reason: 'A greedy parameter, which Chalice does not know, takes the rest of the path as in API Gateway.',
    applies: ({ expected }) => !expected || expected.route.includes('+}'),
    expected: ({ routes, url }) => greedyMatch(routes, url),
  },
];

export const gatewayDifferences: readonly Difference<GatewayCase, GatewayCase['expected']>[] = [
  {
    reason: 'A parameter holds at least one character.',
    applies: ({ expected }) => Object.values(expected?.pathParameters ?? {}).includes(''),
    expected: () => undefined,
  },
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

export const authorizerDifferences: readonly Difference<AuthorizerCase, AuthorizerCase['expected']>[] = [
  {
    reason:
      'A parameter of an allowed route stands for any text; in a policy, braces would only fit themselves.',
    applies: ({ routes }) =>
      routes.some((route) => /\{.*\}/.test(typeof route === 'string' ? route : route.path)),
    expected: (_, chalice) => withResources(chalice, (resource) => resource.replace(/\{[^}]*\}/g, '*')),
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
  {
    reason: 'Only a message has a body: the event of a client that leaves has no such field.',
    applies: ({ kind, payload }) => kind === 'websocket' && payload.body === undefined,
    expected: (_, { body: __, json_body: ___, ...chalice }) => chalice,
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

function tellsStack({ description, handler }: HttpSubject): boolean {
  if (!description.debug || !handler || !('raise' in handler.do)) return false;
  return !isViewError(handler.do.raise.type);
}

function messageOf(handler: CaseHandler | undefined): string {
  return handler && 'raise' in handler.do ? handler.do.raise.message : '';
}

function echoed(handler: CaseHandler | undefined): readonly string[] {
  return handler && 'echo' in handler.do ? handler.do.echo : [];
}

function queryOf(event: HttpCase['event']): Readonly<Record<string, readonly string[]>> {
  return (event.multiValueQueryStringParameters ?? {}) as Record<string, readonly string[]>;
}

/** What an echo that is only about the query says. @throws Error for one that is about more */
function queryPart(part: string, event: HttpCase['event']): unknown {
  const query = queryOf(event);
  if (part.startsWith('query_list:')) return query[part.slice(11)] ?? [];
  if (part !== 'query_params')
    throw new Error(`An echo of a name that the query lacks is about more: ${part}.`);
  if (!event.multiValueQueryStringParameters) return null;
  return Object.fromEntries(Object.entries(query).map(([name, values]) => [name, values.at(-1)]));
}

/** An echo with its path parameters decoded where they are well encoded. */
function decodedParams(body: string): string {
  return JSON.stringify(JSON.parse(body), (_, value) => {
    if (typeof value !== 'string') return value;
    return /%(?![\da-f]{2})/i.test(value) ? value : decodeURIComponent(value);
  });
}

/** A body as the client gets it, where it is text. */
function sentText({ body, isBase64Encoded }: HttpExpected): unknown {
  return isBase64Encoded && typeof body === 'string' ? Buffer.from(body, 'base64').toString() : body;
}

function isJson(body: unknown): boolean {
  try {
    return typeof body === 'string' && JSON.parse(body) !== undefined;
  } catch {
    return false;
  }
}

/** What a handler returns as text. */
function textOf({ do: action }: CaseHandler): unknown {
  if ('return' in action) return typeof action.return === 'string' ? action.return : undefined;
  return 'response' in action && typeof action.response.body === 'string' ? action.response.body : undefined;
}

function greedyMatch(routes: readonly string[], url: string): MatchCase['expected'] {
  const [path = '', query] = url.split('?');
  for (const route of routes) {
    if (!route.includes('+}')) continue;
    const groups = route.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)').replace(/\{(\w+)\+\}/, '(?<$1>.+)');
    const match = new RegExp(`^${groups}$`).exec(path);
    if (!match) continue;
    const query_params = Object.fromEntries(
      [...new URLSearchParams(query)].map(([name, value]) => [name, [value]]),
    );
    return { route, captured: { ...match.groups }, query_params };
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
