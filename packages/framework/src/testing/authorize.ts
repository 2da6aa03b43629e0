import { adapt } from '../adapt.ts';
import type { App } from '../app.ts';
import type { AuthorizerSpec } from '../auth/authorizer.ts';
import { authorizerFor } from '../auth/authorizer-for.ts';
import type { RouteAuth } from '../auth/found.ts';
import { DEFAULT_IDENTITY, DEFAULT_TTL } from '../auth/identity.ts';
import type { LambdaContext } from '../context.ts';
import {
  type Asked,
  type Authorize,
  functionAuthorizer,
  type Passage,
} from '../gateway/function-authorizer.ts';
import { calledArn } from '../gateway/method-arn.ts';
import { type AuthorizingApi, refusals } from '../gateway/refusal.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import type { Registration } from '../registration.ts';
import type { DeclarationOf } from '../sources/declaration.ts';
import { ACCOUNT, REGION } from './origin.ts';

/** Lets a request of a test through to its route, or refuses it as the gateway would. */
export type AuthorizeRoute = (
  route: DeclarationOf<'route'> | DeclarationOf<'websocket'>,
  event: RawHttpEvent,
  auth: RouteAuth | 'none' | undefined,
) => Promise<Passage>;

/**
 * Runs an app's built-in authorizers, with what they remember, for as long as a client lives. Nothing here can check a token or a
 * signature: what such an authorizer finds, a test says.
 */
export function authorizeRoutes(app: App, context: () => LambdaContext): AuthorizeRoute {
  const running = new Map<string, Authorize>();
  return async ({ source, options }, event, auth) => {
    const api = event.version === '2.0' ? 'http' : 'rest';
    if (auth) return { found: auth === 'none' ? undefined : authorizerOf(api, auth) };
    const spec = authorizerFor(app, options.authorizer);
    if (spec === undefined) return { found: undefined };
    if (spec === 'unknown' || spec.kind !== 'built-in') return { refused: refusals[api].unauthorized };
    const key = `${source} ${api} ${app.state.registrations.indexOf(spec.registration)}`;
    // A WebSocket API remembers nothing.
    const ttl = source === 'websocket' ? 0 : undefined;
    const authorize = running.get(key) ?? builtIn(app, spec, { api, ttl }, context);
    running.set(key, authorize);
    return authorize(event, calledArn(event, REGION, ACCOUNT));
  };
}

function builtIn(
  app: App,
  { registration }: Extract<AuthorizerSpec, { kind: 'built-in' }>,
  { api, ttl: fixed }: { readonly api: AuthorizingApi; readonly ttl: number | undefined },
  context: () => LambdaContext,
): Authorize {
  const { ttl = DEFAULT_TTL, identity = [DEFAULT_IDENTITY] } = (
    registration as Registration & { declaration: DeclarationOf<'authorizer'> }
  ).declaration.options;
  const lambda = adapt(app, [registration]);
  const ask = async (event: RawHttpEvent): Promise<Asked> => {
    try {
      return { failed: false, value: await lambda(event, context()) };
    } catch (error) {
      app.log.error('An authorizer failed.', error instanceof Error ? error : { thrown: error });
      return { failed: true, value: { errorMessage: error instanceof Error ? error.message : error } };
    }
  };
  return functionAuthorizer({ api, ttl: fixed ?? ttl, identity, event: 'request', answer: 'policy' }, ask);
}

/** `requestContext.authorizer` as each API has it. */
function authorizerOf(api: AuthorizingApi, auth: RouteAuth): Readonly<Record<string, unknown>> {
  if (auth.kind === 'iam') return { iam: auth };
  if (auth.kind === 'token') {
    const { claims, scopes } = auth;
    return api === 'http' ? { jwt: { claims, scopes } } : { claims, scopes };
  }
  const { context, principalId } = auth;
  return api === 'http' ? { lambda: { ...context, principalId } } : { ...context, principalId };
}
