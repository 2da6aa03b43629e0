export type { AuthorizerEvent } from '../auth/authorizer-request.ts';
export type { Identity } from '../auth/identity.ts';
export { corsHeaders } from '../http/cors/headers.ts';
export { createMatcher, type MatchableRoute, type Matcher, type RouteMatch } from '../http/match.ts';
export type { RawHttpEvent } from '../http/raw-event.ts';
export type { ProxyResult } from '../http/result.ts';
export type { SocketResult } from '../websocket/handler.ts';
export type { RawWebsocketEvent } from '../websocket/raw-event.ts';
export { authorizerEvent, identityValues } from './authorizer-event.ts';
export {
  type Asked,
  type Authorize,
  type FunctionRules,
  functionAuthorizer,
  type Passage,
} from './function-authorizer.ts';
export { functionUrlEvent } from './function-url-event.ts';
export { httpApiEvent } from './http-api-event.ts';
export { arnMatches, calledArn, methodArn } from './method-arn.ts';
export { policyVerdict, type Verdict } from './policy-verdict.ts';
export type { ProxyCall, ProxyRequest, ProxyRoute } from './proxy-request.ts';
export { type AuthorizingApi, type Refusal, refusals } from './refusal.ts';
export { restApiEvent } from './rest-api-event.ts';
export { selectRoute } from './select-route.ts';
export { connectEvent, disconnectEvent, messageEvent, type SocketCall } from './websocket-event.ts';
