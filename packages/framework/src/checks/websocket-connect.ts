import type { App } from '../app.ts';
import { authorizerFor } from '../auth/authorizer-for.ts';
import type { Problem } from '../errors.ts';
import { NO_AUTHORIZER } from '../manifest/authorizers.ts';
import type {
  AuthorizerDeclaration,
  HandlerDeclaration,
  Manifest,
  WebsocketTrigger,
} from '../manifest/types.ts';
import { handlerProblem } from './handler-problem.ts';

type Socket = HandlerDeclaration<WebsocketTrigger>;

/** Who may connect is asked once, by `$connect`, and by a function or by a signature only. */
export function checkConnect(app: App, { authorizers }: Manifest, handlers: readonly Socket[]): Problem[] {
  const connect = handlers.find(({ trigger }) => trigger.route === '$connect');
  if (!connect) return handlers.slice(0, 1).flatMap((handler) => checkOpen(app, handler));
  const { authorizer } = connect.trigger;
  if (authorizer === NO_AUTHORIZER) {
    const message = "'$connect' names something as its authorizer that is no authorizer of this app.";
    const remedy = "Give it what app.authorizer, lambdaAuthorizer or iamAuthorizer returns, or 'none'.";
    return [handlerProblem(connect, 'AUTHORIZER_UNKNOWN', message, remedy)];
  }
  const declared = authorizers.find(({ name }) => name === authorizer);
  const fault = declared && faultOf(declared);
  if (!fault) return [];
  return [
    handlerProblem(
      connect,
      'WEBSOCKET_AUTHORIZER',
      `'$connect' has the authorizer '${authorizer}', ${fault}.`,
      "Use app.authorizer with identity: ['query.token'], lambdaAuthorizer or iamAuthorizer, or write authorizer: 'none'.",
    ),
  ];
}

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html */
function faultOf(declared: AuthorizerDeclaration): string | undefined {
  if (declared.kind === 'jwt' || declared.kind === 'cognito')
    return 'which reads tokens: a WebSocket API has no such authorizers';
  if (declared.kind === 'iam') return undefined;
  if (declared.event === 'token') return 'which is sent the token alone: a WebSocket API sends the request';
  return declared.answer === 'simple'
    ? 'which answers no policy: a WebSocket API takes nothing else'
    : undefined;
}

/** An app that asks everywhere would be open here without a word. */
function checkOpen(app: App, handler: Socket): Problem[] {
  if (authorizerFor(app, undefined) === undefined) return [];
  return [
    handlerProblem(
      handler,
      'WEBSOCKET_OPEN',
      "The app has an authorizer for all of its routes, and its WebSocket API has no '$connect' that could ask it: everybody could connect.",
      "Declare app.websocket('$connect', () => undefined), with { authorizer: 'none' } where everybody may.",
    ),
  ];
}
