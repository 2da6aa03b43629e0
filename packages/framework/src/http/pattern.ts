import type { HttpMethod } from '../manifest/types.ts';

/** A route as it is written: a method and a path in API Gateway's form, such as `GET /users/{id}`. */
export type RoutePattern = `${HttpMethod} /${string}`;

type ParamName<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Greedy}+` ? Greedy : Name) | ParamName<Rest>
  : never;

/**
 * The parameters that a pattern names, each a string: `PathParams<'GET /users/{id}'>` is `{ readonly id: string }`.
 * A pattern that is known only as `string` gives a record of any names.
 */
export type PathParams<P extends string> = string extends P
  ? Readonly<Record<string, string>>
  : { readonly [Name in ParamName<P>]: string };

/** A pattern taken apart. */
export interface ParsedRoute {
  readonly method: HttpMethod;
  readonly path: string;
}

/**
 * Takes a pattern apart at its first blank. Judges nothing: what is wrong with a pattern is said
 * when the app is described, together with everything else (`checks/route-rules.ts`).
 */
export function parseRoute(pattern: string): ParsedRoute {
  const blank = pattern.indexOf(' ');
  return blank < 0
    ? { method: pattern as HttpMethod, path: '' }
    : { method: pattern.slice(0, blank) as HttpMethod, path: pattern.slice(blank + 1) };
}

/** One part of a path between two slashes. */
export type Segment =
  | { readonly kind: 'static'; readonly text: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'greedy'; readonly name: string };

/** The parts of a path; `/` has none. */
export function segmentsOf(path: string): readonly Segment[] {
  if (path === '/' || path === '') return [];
  return path.slice(1).split('/').map(segmentOf);
}

function segmentOf(text: string): Segment {
  if (!text.startsWith('{') || !text.endsWith('}')) return { kind: 'static', text };
  return text.endsWith('+}')
    ? { kind: 'greedy', name: text.slice(1, -2) }
    : { kind: 'param', name: text.slice(1, -1) };
}
