import type { App } from '../app.ts';
import { authorizerFor } from '../auth/authorizer-for.ts';
import { routeCors } from '../http/cors/options.ts';
import type { MatchableRoute } from '../http/match.ts';
import type { DeclarationOf } from '../sources/declaration.ts';

/** A route of an app as the test client finds it. */
export interface TestRoute extends MatchableRoute {
  /** Absent where no handler of the app stands behind it. */
  readonly declaration?: DeclarationOf<'route'> | undefined;
}

/**
 * The routes by which a function is asked what a browser asks before it calls. One that takes every method of its path is asked
 * itself, if everybody may call it. What a gateway would answer by itself the function answers here.
 */
export function preflightRoutes(app: App, routes: readonly TestRoute[]): readonly TestRoute[] {
  const called = routes.filter(({ declaration }) => routeCors(declaration?.options.cors, app.options.cors));
  const takesAll = routes.filter(
    ({ method, declaration }) =>
      method === 'ANY' && authorizerFor(app, declaration?.options.authorizer) === undefined,
  );
  const own = new Set(takesAll.map(({ path }) => path));
  const paths = new Set(called.map(({ path }) => path).filter((path) => !own.has(path)));
  return [...paths].map((path) => ({ method: 'OPTIONS', path }));
}
