import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { KeySet } from '../local-keys.ts';

/** Somebody who issues tokens. */
export interface TestIssuer {
  readonly keySet: KeySet;
  /** @param key a name for the key in the token's header; another than the issuer's is one that nobody knows */
  sign(claims: JWTPayload, key?: string | undefined): Promise<string>;
}

/** Makes an issuer with one RSA key, `k1`. */
export async function testIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  return {
    keySet: { keys: [jwk] },
    sign: (claims, kid = 'k1') =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey),
  };
}
