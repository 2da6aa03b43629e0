import type { App } from '../app.ts';
import type { AuthorizerSpec } from '../auth/authorizer.ts';
import { authorizerFor, registered } from '../auth/authorizer-for.ts';
import { DEFAULT_IDENTITY, DEFAULT_TTL } from '../auth/identity.ts';
import type { Place } from '../errors.ts';
import { type Registration, registrationOf } from '../registration.ts';
import type { DeclarationOf } from '../sources/declaration.ts';
import type { AuthorizerDeclaration, FunctionAuthorizerDeclaration } from './types.ts';

/** The name of what a route names as its authorizer and is none; no name that is written can be empty. */
export const NO_AUTHORIZER = '';

/** The manifest's authorizers: the app's own functions, and those that routes name. */
export class AuthorizerList {
  readonly #app: App;
  readonly #declarations: AuthorizerDeclaration[];

  constructor(app: App) {
    this.#app = app;
    this.#declarations = app.state.registrations.filter(isAuthorizer).map(builtIn);
  }

  get declarations(): readonly AuthorizerDeclaration[] {
    return this.#declarations;
  }

  /** The name of a route's authorizer, or of the app's; undefined where everybody may call the route. */
  nameFor(authorizer: unknown, place: Place | undefined): string | undefined {
    const spec = authorizerFor(this.#app, authorizer);
    if (spec === undefined) return undefined;
    if (spec === 'unknown') return NO_AUTHORIZER;
    if (spec.kind === 'built-in') return spec.registration.name ?? NO_AUTHORIZER;
    const declared = { ...this.#declarationOf(spec), place };
    // What says the same is one, wherever it was written; a check reports others of one name.
    if (!this.#declarations.some((one) => textOf(one) === textOf(declared)))
      this.#declarations.push(declared);
    return declared.name;
  }

  #declarationOf(spec: Exclude<AuthorizerSpec, { kind: 'built-in' }>): AuthorizerDeclaration {
    if (spec.kind === 'iam') return { kind: 'iam', name: 'iam' };
    return spec.kind === 'function' ? { ...spec, function: this.#target(spec.function) } : spec;
  }

  #target(called: unknown): FunctionAuthorizerDeclaration['function'] {
    if (typeof called === 'string') return { arn: called };
    const registration = registrationOf(called);
    return { handler: (registration && registered(this.#app, registration)?.name) ?? '' };
  }
}

type BuiltIn = Registration & { readonly declaration: DeclarationOf<'authorizer'> };

function isAuthorizer(registration: Registration): registration is BuiltIn {
  return registration.declaration.source === 'authorizer';
}

function builtIn({ name = '', place, declaration: { options } }: BuiltIn): FunctionAuthorizerDeclaration {
  const { ttl = DEFAULT_TTL, identity = [DEFAULT_IDENTITY] } = options;
  const asked = { event: 'request', answer: 'policy' } as const;
  return { kind: 'function', name, place, function: { handler: name }, ttl, identity, ...asked };
}

function textOf({ place: _, ...declaration }: AuthorizerDeclaration): string {
  return JSON.stringify(declaration);
}
