import type { Problem } from '../errors.ts';
import type { NotedMethod } from '../scope.ts';
import type { codes } from './codes.ts';

/** Every class with decorated methods is used once. */
export function checkClasses(noted: Iterable<readonly NotedMethod[]>): Problem[] {
  return [...noted].flat().flatMap((method) => {
    if (method.used === 0) return [unused(method)];
    return method.used > 1 ? [usedTwice(method)] : [];
  });
}

function unused(method: NotedMethod): Problem {
  return problem(
    method,
    'CLASS_UNUSED',
    `The decorated method '${String(method.key)}' is of no instance that the app uses.`,
    'Write app.use(new …()) for its class (app.use(TheClass) for a static method). Another decorator that replaces the method goes below ours; a private method can be no handler.',
  );
}

function usedTwice(method: NotedMethod): Problem {
  return problem(
    method,
    'CLASS_USED_TWICE',
    `The decorated method '${String(method.key)}' is of ${method.used} instances that the app uses.`,
    'Call app.use once for its class: a handler is one function.',
  );
}

function problem(method: NotedMethod, code: keyof typeof codes, message: string, remedy: string): Problem {
  const place = method.place && { file: method.place.file, line: method.place.line };
  return { code, severity: 'error', message, place, subject: `method ${String(method.key)}`, remedy };
}
