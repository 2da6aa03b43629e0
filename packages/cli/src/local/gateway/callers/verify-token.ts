import { type Claims, scopesOf } from './claims.ts';
import type { LocalKeys } from './local-keys.ts';

/** What a token has to be. */
export interface TokenRules {
  /** One of these issued it. */
  readonly issuers: readonly string[];
  /** It is issued for one of these; absent: for anybody. */
  readonly audience?: readonly string[] | undefined;
  /** It grants one of these, where there are any. */
  readonly scopes: readonly string[];
}

export type Verified = { readonly claims: Claims } | { readonly wrong: Wrong };

/** Why a token is not taken, in words for who wrote the client. */
export interface Wrong {
  readonly kind: 'invalid' | 'expired' | 'scope';
  readonly why: string;
}

const invalid = (why: string): Verified => ({ wrong: { kind: 'invalid', why } });

/** The only ones that API Gateway knows. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/**
 * Checks tokens as API Gateway does: signature, issuer, times, audience, scopes. `jose` verifies; it is loaded with the first token, so that a
 * session without tokens never waits for it.
 *
 * @param now milliseconds
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function tokenVerifier(keys: LocalKeys, now: () => number) {
  const keySets = createKeySets(keys);
  return async (token: string, { issuers, audience, scopes }: TokenRules): Promise<Verified> => {
    const { decodeJwt, decodeProtectedHeader, jwtVerify, errors } = await import('jose');
    try {
      const issuer = decodeJwt(token).iss;
      if (issuer === undefined || !issuers.includes(issuer)) {
        return invalid('the token does not have a valid issuer');
      }
      if (decodeProtectedHeader(token).kid === undefined) return invalid('the token does not name its key');
      const currentDate = new Date(now());
      const options = { algorithms: ALGORITHMS, currentDate, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, await keySets(issuer), options);
      if ((payload.iat ?? 0) > currentDate.getTime() / 1000)
        return invalid('the token is used before it was issued');
      if (audience && !isFor(payload, audience)) return invalid('the token does not have a valid audience');
      const granted = scopesOf(payload);
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
        return { wrong: { kind: 'scope', why: 'the token does not have a valid scope' } };
      }
      return { claims: payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        return { wrong: { kind: 'expired', why: 'the token has expired' } };
      return invalid(error instanceof errors.JOSEError ? error.message : `no keys of the issuer: ${error}`);
    }
  };
}

/** `client_id` counts only where there is no `aud`. */
function isFor({ aud, client_id: client }: Claims, audience: readonly string[]): boolean {
  return [aud ?? client].flat().some((one) => audience.includes(String(one)));
}

/** The keys of issuers: those that are given, or what they publish, each read once. */
function createKeySets({ jwks }: LocalKeys) {
  const read = new Map<string, ReturnType<typeof fetchedKeys>>();
  return async (issuer: string) => {
    const given = Object.hasOwn(jwks, issuer) ? jwks[issuer] : undefined;
    if (given) return (await import('jose')).createLocalJWKSet({ keys: [...given.keys] as never });
    const known = read.get(issuer) ?? fetchedKeys(issuer);
    read.set(issuer, known);
    known.catch(() => read.delete(issuer));
    return known;
  };
}

/** https://openid.net/specs/openid-connect-discovery-1_0.html */
async function fetchedKeys(issuer: string) {
  const { createRemoteJWKSet } = await import('jose');
  const discovery = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri: address } = (await discovery.json()) as { readonly jwks_uri?: string };
  return createRemoteJWKSet(new URL(address ?? ''));
}
