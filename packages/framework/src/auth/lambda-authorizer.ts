import type { Handler } from '../registration.ts';
import { type Authorizer, makeAuthorizer } from './authorizer.ts';
import type { FunctionAuth } from './found.ts';
import { DEFAULT_IDENTITY, DEFAULT_TTL, type Identity } from './identity.ts';

/** How API Gateway asks a function, and for how long it remembers the answer. */
export interface AuthorizerCaching {
  /** Seconds that an answer is remembered for, 0 to 3,600; default 300. 0: the function is asked each time. */
  readonly ttl?: number | undefined;
  /** What the answer is remembered by, and what a request has to have; default `['header.Authorization']`. */
  readonly identity?: readonly Identity[] | undefined;
}

/** A function that answers API Gateway's authorizer events itself. */
export interface LambdaAuthorizerOptions extends AuthorizerCaching {
  /** Default `lambda`; to be given where an app has several. */
  readonly name?: string | undefined;
  /** The ARN of a function that is there, which has to let API Gateway invoke it; or what `app.lambda` gave. */
  readonly function: Handler | string;
  /** What it is sent by a REST API: the whole request (default), or the token alone. An HTTP API sends the request. */
  readonly event?: 'request' | 'token' | undefined;
  /** What it answers an HTTP API: a policy (default), or `{ isAuthorized }`. A REST API takes policies only. */
  readonly answer?: 'policy' | 'simple' | undefined;
}

/**
 * Lets a function decide that is not written with `app.authorizer`: one of another app, or one that answers events as they come.
 *
 * @example
 * const central = lambdaAuthorizer({ function: 'arn:aws:lambda:eu-west-1:123456789012:function:who-is-it', ttl: 60 });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export function lambdaAuthorizer(options: LambdaAuthorizerOptions): Authorizer<FunctionAuth> {
  const { name = 'lambda', ttl = DEFAULT_TTL, identity = [DEFAULT_IDENTITY] } = options;
  const { event = 'request', answer = 'policy' } = options;
  return makeAuthorizer({ kind: 'function', name, function: options.function, ttl, identity, event, answer });
}
