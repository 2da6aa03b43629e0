import type { Handler, Registration } from '../registration.ts';
import { registrationOf } from '../registration.ts';
import type { Identity } from './identity.ts';

const brand = Symbol.for('tankard.authorizer');
declare const found: unique symbol;

/** Decides who may call a route. `Auth` is what it finds, which the route's handler gets as `req.auth`. */
export interface Authorizer<Auth = unknown> {
  /** Is there for the compiler only. */
  readonly [found]?: Auth;
}

/** What an authorizer was declared as. */
export type AuthorizerSpec =
  | { readonly kind: 'built-in'; readonly registration: Registration }
  | FunctionSpec
  | JwtSpec
  | CognitoSpec
  | { readonly kind: 'iam' };

interface FunctionSpec {
  readonly kind: 'function';
  readonly name: string;
  readonly function: Handler | string;
  readonly ttl: number;
  readonly identity: readonly Identity[];
  readonly event: 'request' | 'token';
  readonly answer: 'policy' | 'simple';
}

interface JwtSpec {
  readonly kind: 'jwt';
  readonly name: string;
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly identity: Identity;
}

interface CognitoSpec {
  readonly kind: 'cognito';
  readonly name: string;
  readonly userPools: readonly string[];
  readonly clients: readonly string[];
  readonly identity: Identity;
}

/** Makes a value that routes take as their authorizer. */
export function makeAuthorizer<Auth>(spec: AuthorizerSpec): Authorizer<Auth> {
  return { [brand]: spec } as Authorizer<Auth>;
}

/** What an authorizer of any copy of this package was declared as; undefined for any other value. */
export function authorizerOf(value: unknown): AuthorizerSpec | undefined {
  const registration = registrationOf(value);
  if (registration?.declaration.source === 'authorizer') return { kind: 'built-in', registration };
  if (typeof value !== 'object' || value === null || !(brand in value)) return undefined;
  return value[brand] as AuthorizerSpec;
}
