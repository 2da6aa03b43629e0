import type { Authorizer } from '../auth/authorizer.ts';
import {
  type AuthorizerEvent,
  type AuthorizerRequest,
  authorizerRequest,
} from '../auth/authorizer-request.ts';
import { type Allow, type Deny, deny } from '../auth/decision.ts';
import type { FunctionAuth } from '../auth/found.ts';
import { DEFAULT_IDENTITY } from '../auth/identity.ts';
import type { AuthorizerCaching } from '../auth/lambda-authorizer.ts';
import { policyAnswer } from '../auth/policy.ts';
import type { LambdaFunction } from '../context.ts';
import { isHttpError } from '../http/errors.ts';
import type { AuthorizerTrigger } from '../manifest/types.ts';
import type { Registrar } from '../registrar.ts';
import type { Handler, UserHandler } from '../registration.ts';
import type { HandlerOptions } from './handler-options.ts';

/** What a built-in authorizer may say of itself and of its function. */
export interface AuthorizerOptions extends HandlerOptions, AuthorizerCaching {
  /** It decides for every route of the app that names no authorizer. Default: only for those that name it. */
  readonly default?: boolean | undefined;
}

type Decision = Allow | Deny;
type ContextOf<Out> = Extract<Awaited<Out>, Allow> extends Allow<infer Context> ? Texts<Context> : never;
/** With several decisions a name may be missing. */
type Texts<Context> = { readonly [Name in Context extends unknown ? keyof Context : never]: string };

/** A function that decides, and what routes take as their authorizer. */
export type BuiltInAuthorizer<Out> = Handler<[AuthorizerRequest], Out> &
  Authorizer<FunctionAuth<ContextOf<Out>>>;

export interface OnAuthorizer {
  <Out extends Decision | Promise<Decision>>(
    handler: (request: AuthorizerRequest) => Out,
  ): BuiltInAuthorizer<Out>;
  <Out extends Decision | Promise<Decision>>(
    options: AuthorizerOptions,
    handler: (request: AuthorizerRequest) => Out,
  ): BuiltInAuthorizer<Out>;
  (options?: AuthorizerOptions): Registrar<[AuthorizerRequest], Decision | Promise<Decision>>;
}

/**
 * Asks the handler, and answers with a policy. `principalId` is no part of what an HTTP API tells a route, so its
 * context has it. An `UnauthorizedError` is 401 behind a REST API, which knows the word, and 403 behind an HTTP API, which has no other.
 */
export function authorizerAdapter(handler: UserHandler, options: AuthorizerOptions): LambdaFunction {
  const { identity = [DEFAULT_IDENTITY] } = options;
  return async (raw, context) => {
    const event = raw as AuthorizerEvent;
    const request = authorizerRequest(event, context, identity);
    const decision = await decide(handler, request);
    const answer = policyAnswer(decision, request.arn);
    if (event.version !== '2.0') return answer;
    return { ...answer, context: { ...answer.context, principalId: answer.principalId } };
  };
}

async function decide(handler: UserHandler, request: AuthorizerRequest): Promise<Decision> {
  try {
    const decision = (await handler(request)) as Decision | undefined;
    if (decision?.effect === 'allow' || decision?.effect === 'deny') return decision;
  } catch (error) {
    if (!isHttpError(error) || error.statusCode !== 401) throw error;
    if (request.raw.version === '2.0') return deny();
    throw new Error('Unauthorized', { cause: error });
  }
  throw new TypeError('An authorizer answered with neither allow(…) nor deny().');
}

/** How API Gateway asks stands with the authorizer itself, in {@link Manifest.authorizers}. */
export function authorizerTrigger(): AuthorizerTrigger {
  return { source: 'authorizer' };
}
