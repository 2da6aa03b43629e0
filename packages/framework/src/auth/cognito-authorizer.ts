import { type Authorizer, makeAuthorizer } from './authorizer.ts';
import type { TokenAuth } from './found.ts';
import { DEFAULT_IDENTITY, type Identity } from './identity.ts';

/** Whose tokens are taken. */
export interface CognitoAuthorizerOptions {
  /** Default `cognito`; to be given where an app has several. */
  readonly name?: string | undefined;
  /** ARNs of user pools. A REST API takes several, an HTTP API one. */
  readonly userPools: readonly string[];
  /** Ids of app clients, which an HTTP API asks for; a REST API takes tokens of all clients of its pools. */
  readonly clients?: readonly string[] | undefined;
  /** Where the token stands; default `header.Authorization`. */
  readonly identity?: Identity | undefined;
}

/**
 * Lets in who has a token of a Cognito user pool. A REST API has an authorizer for pools, an HTTP API checks the pool's tokens
 * as those of any issuer.
 *
 * @example
 * const members = cognitoAuthorizer({ userPools: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc'] });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-integrate-with-cognito.html
 */
export function cognitoAuthorizer(options: CognitoAuthorizerOptions): Authorizer<TokenAuth> {
  const { name = 'cognito', userPools, clients = [], identity = DEFAULT_IDENTITY } = options;
  return makeAuthorizer({ kind: 'cognito', name, userPools, clients, identity });
}
