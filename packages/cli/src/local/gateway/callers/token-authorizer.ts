import {
  type AuthorizingApi,
  type Identity,
  identityValues,
  type Passage,
  type RawHttpEvent,
  type Refusal,
  refusals,
} from '@tankard/framework/gateway';
import { claimTexts, scopesOf } from './claims.ts';
import type { TokenRules, Verified, Wrong } from './verify-token.ts';

/** An authorizer that reads tokens. */
export interface TokenAuthorizer {
  readonly api: AuthorizingApi;
  readonly identity: readonly Identity[];
  readonly issuers: readonly string[];
  readonly audience?: readonly string[] | undefined;
}

export type Verify = (token: string, rules: TokenRules) => Promise<Verified>;

/** Lets a request through whose token is right, with what the token says; or answers as each API does. */
export async function checkToken(
  { api, identity, issuers, audience }: TokenAuthorizer,
  scopes: readonly string[],
  event: RawHttpEvent,
  verify: Verify,
): Promise<Passage> {
  const [given] = identityValues(identity, event) ?? [];
  const { unauthorized } = refusals[api];
  if (given === undefined) return { refused: challenged(api, unauthorized, 'Bearer') };
  const outcome = await verify(given.replace(/^bearer\s+/i, ''), { issuers, audience, scopes });
  if ('wrong' in outcome) return { refused: refusedFor(api, outcome.wrong, scopes) };
  const claims = claimTexts(outcome.claims);
  if (api === 'rest') return { found: { claims } };
  return { found: { jwt: { claims, scopes: scopes.length > 0 ? scopesOf(outcome.claims) : null } } };
}

/**
 * An HTTP API says why, in a header; a REST API only of a token whose time is over.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html
 */
function refusedFor(api: AuthorizingApi, { kind, why }: Wrong, scopes: readonly string[]): Refusal {
  const { unauthorized, denied } = refusals[api];
  if (api === 'rest') {
    return kind === 'expired'
      ? { ...unauthorized, body: { message: 'The incoming token has expired' } }
      : unauthorized;
  }
  const error = kind === 'scope' ? 'insufficient_scope' : 'invalid_token';
  const challenge = `Bearer scope="${scopes.join(' ')}" error="${error}" error_description="${quoted(why)}"`;
  return challenged(api, kind === 'scope' ? denied('silently') : unauthorized, challenge);
}

function challenged(api: AuthorizingApi, refusal: Refusal, challenge: string): Refusal {
  if (api === 'rest') return refusal;
  return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': challenge } };
}

/** Words of an error may quote what the client sent. */
function quoted(text: string): string {
  return text.replace(/[^ !#-[\]-~]/g, "'");
}
