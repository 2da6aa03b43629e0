import { type WebsocketAuthorizerModel, websocketIdentity } from '../authorizer.ts';
import { authorizerReconciler } from '../http-authorizer/reconcile.ts';
import type { Known } from '../known.ts';
import type { Reconciler } from '../reconciler.ts';

/**
 * A WebSocket API asks with every connection, remembers nothing of the answer, and takes policies alone.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html
 */
export const websocketAuthorizerReconciler: Reconciler<'websocket-authorizer'> = authorizerReconciler<
  Known<WebsocketAuthorizerModel>
>({
  kind: 'websocket-authorizer',
  partOf: 'websocket-api',
  wanted: ({ identity, asks }) => ({ identity: websocketIdentity(identity), uri: asks.uri }),
  propertiesOf: ({ IdentitySource, AuthorizerUri }) => ({
    identity: IdentitySource ?? [],
    uri: AuthorizerUri,
  }),
  settingsOf: ({ identity, asks }) => ({
    AuthorizerType: 'REQUEST',
    IdentitySource: [...websocketIdentity(identity)],
    AuthorizerUri: asks.uri,
  }),
});
