import { type Answer, type RequestRow, TARGETS, type Target } from './request-row.ts';

/** Who answers the table beside AWS's documentation, from which its answers are. */
export type Engine = 'test client' | 'local' | 'MiniStack';

/** Rows that an engine answers otherwise, and why. One that it answers as the table says fails. */
export interface Difference {
  readonly engine: Engine;
  readonly targets: readonly Target[];
  /** The whole row's name, or how it begins. */
  readonly rows: RegExp;
  readonly why: string;
  /** Of the table's answer. */
  readonly gives: (answer: Answer, row: RequestRow) => Answer;
}

const HTTP_APIS: readonly Target[] = ['http', 'default'];
const JSON_TYPE = { 'content-type': 'application/json' };

export const DIFFERENCES: readonly Difference[] = [
  {
    engine: 'test client',
    targets: ['rest'],
    rows: /^a preflight: a method of the path that no page may call$/,
    why: 'It asks the function, also where a REST API answers by itself.',
    gives: () => ({ status: 405, headers: { 'access-control-allow-methods': null } }),
  },
  {
    engine: 'MiniStack',
    targets: HTTP_APIS,
    rows: /^(ANY takes OPTIONS|a route of OPTIONS answers|a method that the path does not have is refused: OPTIONS|a preflight: .*)$/,
    why: 'It answers every OPTIONS by itself, also where the API has no CORS and a route takes it.',
    gives: () => ({ status: 403, headers: { 'access-control-allow-origin': null } }),
  },
  {
    engine: 'MiniStack',
    targets: HTTP_APIS,
    rows: /^a parameter: a percent sign$/,
    why: 'It leaves %25 encoded in the path of an HTTP API. The page on payloads says nothing of it.',
    gives: () => ({ echo: { params: { id: '100%25' }, path: '/users/100%25' } }),
  },
  {
    engine: 'MiniStack',
    targets: HTTP_APIS,
    rows: /^a parameter: a percent sign that was encoded twice$/,
    why: 'As above.',
    gives: () => ({ echo: { params: { id: 'a%2520b' }, path: '/users/a%2520b' } }),
  },
  {
    engine: 'MiniStack',
    targets: TARGETS,
    rows: /^a parameter: bytes that are no UTF-8 stay$/,
    why: 'It replaces what is no UTF-8.',
    gives: () => ({ echo: { params: { id: 'a\ufffdb' }, path: '/users/a\ufffdb' } }),
  },
  {
    engine: 'MiniStack',
    targets: ['function-url'],
    rows: /^a parameter: a percent sign that was encoded twice$/,
    why: 'It decodes the path of a function URL, which AWS hands on as it was called.',
    gives: () => ({ echo: { params: { id: 'a b' }, path: '/users/a b' } }),
  },
  {
    engine: 'MiniStack',
    targets: ['http'],
    rows: /^a slash at the end of text$/,
    why: 'It takes the first segment for the name of a stage before it looks for a route, and loses the slash.',
    gives: () => ({ echo: { route: 'GET /get-only' } }),
  },
  {
    engine: 'MiniStack',
    targets: ['http', 'default', 'function-url'],
    rows: /^a header: one name twice$/,
    why: 'It joins by a comma and a blank.',
    gives: () => ({ echo: { headers: { 'x-t-one': 'a, b' } } }),
  },
  {
    engine: 'MiniStack',
    targets: HTTP_APIS,
    rows: /^an answer: text$/,
    why: 'It takes text without a type for JSON.',
    gives: (answer) => ({ ...answer, headers: JSON_TYPE }),
  },
];

/** What an engine answers: what the table says, but for its differences. */
export function answerOf(engine: Engine, target: Target, row: RequestRow): Answer {
  const byApp = target === 'function-url' ? row.but?.default : undefined;
  const answer = row.but?.[target] ?? byApp ?? row.gives;
  const found = DIFFERENCES.filter((one) => one.engine === engine && one.targets.includes(target));
  return found
    .filter(({ rows }) => rows.test(row.does))
    .reduce((changed, { gives }) => gives(changed, row), answer);
}
