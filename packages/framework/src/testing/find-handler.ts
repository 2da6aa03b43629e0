import { adapt } from '../adapt.ts';
import type { App } from '../app.ts';
import type { LambdaFunction } from '../context.ts';
import { type Registration, registrationOf } from '../registration.ts';
import type { DeclarationOf, SourceName } from '../sources/declaration.ts';

/** A handler of an app: what `app.on…` gave, or its name, which is the only way to a decorated method. */
export type HandlerOrName = LambdaFunction | string;

/** A handler that was found, with the adapter that runs in Lambda. */
export interface FoundHandler<S extends SourceName> {
  readonly declaration: DeclarationOf<S>;
  readonly lambda: LambdaFunction;
}

/**
 * Finds a handler of one source in an app.
 * @throws TypeError where the app has no such handler, or it is of another source
 */
export function findHandler<S extends SourceName>(
  app: App,
  source: S,
  wanted: HandlerOrName,
): FoundHandler<S> {
  const registration = typeof wanted === 'string' ? byName(app, wanted) : registrationOf(wanted);
  if (!registration)
    throw new TypeError('This is no handler of an app: give what app.on… returned, or its name.');
  const { declaration } = registration;
  if (declaration.source !== source) {
    throw new TypeError(
      `The handler is one of '${declaration.source}' and can't be sent what '${source}' sends.`,
    );
  }
  return { declaration: declaration as DeclarationOf<S>, lambda: adapt(app, [registration]) };
}

function byName(app: App, name: string): Registration {
  const { registrations } = app.state;
  const found = registrations.find((registration) => registration.name === name);
  if (found) return found;
  const names = registrations.flatMap((registration) => registration.name ?? []);
  const known = names.length > 0 ? `it has ${names.join(', ')}` : 'none of its handlers has a name';
  throw new TypeError(
    `The app has no handler named '${name}': ${known}. A handler that is a constant is given itself, not its name.`,
  );
}
