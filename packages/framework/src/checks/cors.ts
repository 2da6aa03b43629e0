import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest, RouteTrigger } from '../manifest/types.ts';
import { corsFaults } from './cors-faults.ts';
import { routeProblem } from './route-problem.ts';

// An import would read each of its getters, which takes 5 ms of every load of an app.
const { isDeepStrictEqual } = process.getBuiltinModule('node:util');

type Route = HandlerDeclaration<RouteTrigger>;

/** What is wrong with what the app and its routes say of other origins. */
export function checkCors({ cors }: Manifest, routes: readonly Route[]): Problem[] {
  return [
    ...(cors ? corsFaults(cors) : []).map(
      ({ fault, remedy }): Problem => ({
        code: 'CORS_INVALID',
        severity: 'error',
        message: `By the app's cors ${fault}.`,
        subject: 'cors',
        remedy,
      }),
    ),
    ...routes.flatMap((route) => {
      const own = route.trigger.cors;
      if (!own || isDeepStrictEqual(own, cors)) return [];
      return corsFaults(own).map(({ fault, remedy }) =>
        routeProblem(route, 'CORS_INVALID', `By the route's cors ${fault}.`, remedy),
      );
    }),
    ...[...Map.groupBy(routes, ({ trigger }) => trigger.path).values()].flatMap(checkPath),
  ];
}

/** A browser asks by path before it calls, so what it is told is that of the path. */
function checkPath(routes: readonly Route[]): readonly Problem[] {
  const called = routes.filter(({ trigger }) => trigger.cors);
  const [first, ...others] = called;
  if (!first) return [];
  const { path } = first.trigger;
  const differs = others.filter(({ trigger }) => !isDeepStrictEqual(trigger.cors, first.trigger.cors));
  const answers = routes.filter(({ trigger }) => trigger.method === 'OPTIONS');
  return [
    ...differs.map((route) =>
      routeProblem(
        route,
        'CORS_DIFFERS',
        `'${route.trigger.method} ${path}' says otherwise of other origins than '${first.trigger.method} ${path}'.`,
        'A browser asks once for all methods of a path. Say the same in both, or cors: false in one.',
      ),
    ),
    ...answers.map((route) =>
      routeProblem(
        route,
        'CORS_OPTIONS',
        `'OPTIONS ${path}' stands beside a route with CORS, which answers OPTIONS by itself.`,
        `Remove it, or write cors: false in every route of '${path}'.`,
      ),
    ),
  ];
}
