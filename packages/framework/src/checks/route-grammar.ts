import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, HttpMethod, RouteTrigger } from '../manifest/types.ts';
import { patternOf, routeProblem } from './route-problem.ts';

type Route = HandlerDeclaration<RouteTrigger>;

const METHODS: readonly HttpMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'];
const PARAM = /^\{([\w.:-]+)(\+?)\}$/;
const TEXT = /^[\w.~:@$!,;=&'()*-]*$/;

/**
 * What is wrong with one route's pattern.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function checkRouteGrammar(handler: Route): Problem[] {
  const { method, path } = handler.trigger;
  const shown = patternOf(handler);
  if (path === '' && method.startsWith('/')) {
    return [methodProblem(handler, `Route '${shown}' names no method.`, `Write 'GET ${shown}'.`)];
  }
  return [...checkMethod(handler), ...checkPath(handler)];
}

function checkMethod(handler: Route): Problem[] {
  const { method, path } = handler.trigger;
  if (METHODS.includes(method)) return [];
  const upper = METHODS.find((known) => known === method.toUpperCase());
  return [
    methodProblem(
      handler,
      `Route '${patternOf(handler)}' has the method '${method}', which does not exist.`,
      upper ? `Write '${upper} ${path}'.` : `Write one of ${METHODS.join(', ')}.`,
    ),
  ];
}

function methodProblem(handler: Route, message: string, remedy: string): Problem {
  return routeProblem(handler, 'ROUTE_METHOD', message, remedy);
}

function checkPath(handler: Route): Problem[] {
  const { method, path } = handler.trigger;
  const shown = `Route '${patternOf(handler)}'`;
  if (!path.startsWith('/')) {
    const mended = mendedPath(`/${path.trim()}`);
    const remedy = `Write '${method} ${mended}'.`;
    return [
      routeProblem(handler, 'ROUTE_SLASH_MISSING', `${shown} has no slash in front of its path.`, remedy),
    ];
  }
  const mended = mendedPath(path);
  if (/\/\//.test(path)) {
    const remedy = `Two slashes in a row can't be called. Write '${method} ${mended}'.`;
    return [routeProblem(handler, 'ROUTE_DOUBLE_SLASH', `${shown} has two slashes in a row.`, remedy)];
  }
  const problems = path === '/' ? [] : checkParts(handler, mended.slice(1).split('/'));
  if (mended !== path) {
    const remedy = `API Gateway would answer 404 on '${mended}'. Write '${method} ${mended}'.`;
    problems.push(routeProblem(handler, 'ROUTE_TRAILING_SLASH', `${shown} ends with a slash.`, remedy));
  }
  return problems;
}

/** Without doubled slashes and one at the end. */
function mendedPath(path: string): string {
  return path.replaceAll(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
}

function checkParts(handler: Route, parts: readonly string[]): Problem[] {
  const shown = `Route '${patternOf(handler)}'`;
  const problems = parts.flatMap((part) => checkPart(handler, part));
  const params = parts.map((part) => PARAM.exec(part));
  const names = params.flatMap((param) => param?.[1] ?? []);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) {
    const message = `${shown} has the parameter '${twice}' twice.`;
    problems.push(
      routeProblem(handler, 'ROUTE_PARAM_TWICE', message, 'Give each parameter a name of its own.'),
    );
  }
  const greedy = params.findIndex((param) => param?.[2] === '+');
  if (greedy >= 0 && greedy < parts.length - 1) {
    const message = `${shown} goes on after '${parts[greedy]}', which takes the whole rest of the path.`;
    const remedy = `Write '{${params[greedy]?.[1]}}' for one part of the path, or put '${parts[greedy]}' last.`;
    problems.push(routeProblem(handler, 'ROUTE_GREEDY_NOT_LAST', message, remedy));
  }
  return problems;
}

function checkPart(handler: Route, part: string): Problem[] {
  if (PARAM.test(part)) return [];
  const shown = `Route '${patternOf(handler)}'`;
  if (/^\{[^{}]*\}$/.test(part)) {
    const message = `${shown} has a parameter whose name API Gateway refuses: '${part}'.`;
    const remedy = `A name is made of letters, digits, '_', '-', '.' and ':', as in '{id}'.`;
    return [routeProblem(handler, 'ROUTE_PARAM_NAME', message, remedy)];
  }
  if (/[{}]/.test(part)) {
    const message = `${shown} mixes a parameter with something else in '${part}'.`;
    const remedy = `A parameter is a whole part of the path, as in '/{id}'. Take the text apart in the handler.`;
    return [routeProblem(handler, 'ROUTE_PARAM_PART', message, remedy)];
  }
  if (TEXT.test(part)) return [];
  const message = `${shown} has a character that a path can't hold, in '${part}'.`;
  const remedy =
    'A query and encoded characters are no part of a route: read them from req.query and req.params.';
  return [routeProblem(handler, 'ROUTE_CHARACTER', message, remedy)];
}
