import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, RouteTrigger } from '../manifest/types.ts';
import { checkRouteDuplicates } from './route-duplicates.ts';
import { checkRouteGrammar } from './route-grammar.ts';
import { patternOf, routeProblem } from './route-problem.ts';

/**
 * Seconds that API Gateway waits for an integration: 30 of an HTTP API, 29 of a REST API.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
const MOST_SECONDS = 29;

/** Everything that is wrong with an app's routes: their patterns, routes in each other's way, timeouts. */
export function checkRoutes(handlers: readonly HandlerDeclaration<RouteTrigger>[]): Problem[] {
  return [
    ...handlers.flatMap(checkRouteGrammar),
    ...checkRouteDuplicates(handlers),
    ...handlers.flatMap(checkRouteTimeout),
  ];
}

/** A stream may last for as long as a function; where the routes are served the command knows. */
function checkRouteTimeout(handler: HandlerDeclaration<RouteTrigger>): Problem[] {
  const { timeout } = handler.settings;
  if (timeout === undefined || timeout <= MOST_SECONDS || handler.trigger.stream) return [];
  return [
    routeProblem(
      handler,
      'ROUTE_TIMEOUT',
      `Route '${patternOf(handler)}' has a timeout of ${timeout} seconds.`,
      `API Gateway gives up after ${MOST_SECONDS} seconds. Write at most ${MOST_SECONDS}, or hand the work to a queue and answer at once.`,
    ),
  ];
}
