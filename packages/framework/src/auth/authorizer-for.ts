import type { App } from '../app.ts';
import type { Registration } from '../registration.ts';
import { type AuthorizerSpec, authorizerOf } from './authorizer.ts';

/**
 * The authorizer that decides for a route: the route's own, or the App's, or the built-in one for all.
 *
 * @param named what the route names
 * @returns undefined where everybody may call the route, `unknown` for what is no authorizer of the app
 */
export function authorizerFor(app: App, named: unknown): AuthorizerSpec | 'unknown' | undefined {
  if (named === 'none') return undefined;
  const given = named ?? app.options.authorizer;
  if (given === undefined) {
    const registration = app.state.registrations.find(isDefault);
    return registration && { kind: 'built-in', registration };
  }
  const spec = authorizerOf(given);
  if (spec?.kind !== 'built-in') return spec ?? 'unknown';
  const registration = registered(app, spec.registration);
  return registration ? { kind: 'built-in', registration } : 'unknown';
}

/** A handler as the app has it now: a test may have given it a name. */
export function registered(app: App, { handler }: Registration): Registration | undefined {
  return app.state.registrations.find((registration) => registration.handler === handler);
}

function isDefault({ declaration }: Registration): boolean {
  return declaration.source === 'authorizer' && declaration.options.default === true;
}
