import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, RouteTrigger } from '../manifest/types.ts';
import type { codes } from './codes.ts';

/** The route as its author wrote it. */
export function patternOf(handler: HandlerDeclaration<RouteTrigger>): string {
  const { method, path } = handler.trigger;
  return path === '' ? method : `${method} ${path}`;
}

/** A problem at the place of a route. */
export function routeProblem(
  handler: HandlerDeclaration<RouteTrigger>,
  code: keyof typeof codes,
  message: string,
  remedy: string,
): Problem {
  const { member, name, place } = handler;
  const subject = member ? `${member.class}.${member.method}` : `export ${name}`;
  return { code, severity: 'error', message, place, subject, remedy };
}
