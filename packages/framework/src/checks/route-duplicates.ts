import type { Place, Problem } from '../errors.ts';
import type { HandlerDeclaration, RouteTrigger } from '../manifest/types.ts';
import { patternOf, routeProblem } from './route-problem.ts';

type Route = HandlerDeclaration<RouteTrigger>;

/** Routes that stand twice, and routes of one method that differ only in the names of their parameters. */
export function checkRouteDuplicates(handlers: readonly Route[]): Problem[] {
  const first = new Map<string, Route>();
  return handlers.flatMap((handler) => {
    const shape = patternOf(handler).replaceAll(/\{[^{}+]*(\+?)\}/g, '{$1}');
    const other = first.get(shape);
    if (other) return [problemOf(handler, other)];
    first.set(shape, handler);
    return [];
  });
}

function problemOf(handler: Route, other: Route): Problem {
  const here = patternOf(handler);
  const there = patternOf(other);
  const where = other.place ? ` at ${placeText(other.place)}` : '';
  if (here === there) {
    const message = `Route '${here}' stands twice: it is also '${other.name}'${where}.`;
    return routeProblem(handler, 'ROUTE_TWICE', message, 'Remove one of the two, or give it another path.');
  }
  const message = `Route '${here}' differs only in the names of its parameters from '${there}', which is '${other.name}'${where}.`;
  const remedy = `API Gateway can't tell them apart. Write '${there}' in one handler, or give one another path.`;
  return routeProblem(handler, 'ROUTE_PARAM_NAMES', message, remedy);
}

function placeText(place: Place): string {
  return `${place.file}:${place.line}`;
}
