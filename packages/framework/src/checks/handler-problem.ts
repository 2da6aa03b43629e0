import type { Place, Problem } from '../errors.ts';
import type { HandlerDeclaration } from '../manifest/types.ts';
import type { codes } from './codes.ts';

/** A problem at the place of a handler. */
export function handlerProblem(
  handler: HandlerDeclaration,
  code: keyof typeof codes,
  message: string,
  remedy: string,
): Problem {
  return { code, severity: 'error', message, place: handler.place, subject: subjectOf(handler), remedy };
}

/** How a handler is called where its source is shown. */
export function subjectOf({ member, name }: HandlerDeclaration): string | undefined {
  if (member) return `${member.class}.${member.method}`;
  return name ? `export ${name}` : undefined;
}

/** `src/app.ts:14`, for a message that names a second place. */
export function shown(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}` : 'another place';
}
