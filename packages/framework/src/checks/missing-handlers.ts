import type { Problem } from '../errors.ts';
import type { AwaitingDeclaration } from '../scope.ts';

/** Every declaration got its handler: one that is undefined by mistake would vanish with its function. */
export function checkMissingHandlers(awaiting: Iterable<AwaitingDeclaration>): Problem[] {
  return [...awaiting].map(({ declaration, place }) => ({
    code: 'HANDLER_MISSING',
    severity: 'error',
    message: `A declaration of the source '${declaration.source}' has no handler.`,
    place: place && { file: place.file, line: place.line },
    subject: place?.name && `export ${place.name}`,
    remedy:
      'Give the handler as its last argument, or put it above a method as a decorator. If you did: the handler is undefined when the line runs.',
  }));
}
