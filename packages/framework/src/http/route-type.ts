import type { AnyAnswers } from './answers.ts';

/**
 * What the type of a route's handler says of the route, for a client of it: the pattern with
 * what stands in front of its path, what its schemas take (not what they make of
 * that), and what it answers by status. Nothing of it is there when it runs.
 */
export interface RouteType<
  Prefix extends string,
  Pattern extends string,
  Body = unknown,
  Query = unknown,
  Headers = unknown,
  Params = unknown,
  Answers = AnyAnswers,
> {
  readonly prefix: Prefix;
  readonly pattern: Pattern;
  readonly body: Body;
  readonly query: Query;
  readonly headers: Headers;
  readonly params: Params;
  readonly answers: Answers;
}

/** Of any route. */
export type AnyRoute = RouteType<string, string, unknown, unknown, unknown, unknown, unknown>;
