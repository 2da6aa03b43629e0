import { type Authorizer, makeAuthorizer } from './authorizer.ts';
import type { TokenAuth } from './found.ts';
import { DEFAULT_IDENTITY, type Identity } from './identity.ts';

/** What a token has to be. */
export interface JwtAuthorizerOptions {
  /** Default `jwt`; to be given where an app has several. */
  readonly name?: string | undefined;
  /** Who issues the tokens: the `iss` of each, below which its keys are published. */
  readonly issuer: string;
  /** Whom they are issued for: one of these is the `aud` of each, or else its `client_id`. */
  readonly audience: readonly string[];
  /** Where the token stands; default `header.Authorization`. */
  readonly identity?: Identity | undefined;
}

/**
 * Lets in who has a token of an OpenID Connect or OAuth 2.0 issuer. API Gateway checks it; only an HTTP API does.
 *
 * @example
 * const users = jwtAuthorizer({ issuer: 'https://login.example.com', audience: ['shop'] });
 * app.route('GET /orders', { authorizer: users, scopes: ['orders.read'] }, (req) => ordersOf(req.auth.claims.sub));
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function jwtAuthorizer(options: JwtAuthorizerOptions): Authorizer<TokenAuth> {
  const { name = 'jwt', issuer, audience, identity = DEFAULT_IDENTITY } = options;
  return makeAuthorizer({ kind: 'jwt', name, issuer, audience, identity });
}
