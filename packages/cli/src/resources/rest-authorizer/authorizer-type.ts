import type { RestAuthorizerModel } from '../authorizer.ts';

/** What a REST API calls an authorizer that asks so. */
export function authorizerType(asks: {
  readonly kind: RestAuthorizerModel['asks']['kind'];
  readonly event?: 'request' | 'token';
}) {
  if (asks.kind === 'pools') return 'COGNITO_USER_POOLS';
  return asks.event === 'token' ? 'TOKEN' : 'REQUEST';
}
