export { createMatcher, type MatchableRoute, type Matcher, type RouteMatch } from '../http/match.ts';
export type { RawHttpEvent } from '../http/raw-event.ts';
export type { ProxyResult } from '../http/result.ts';
export { functionUrlEvent } from './function-url-event.ts';
export { httpApiEvent } from './http-api-event.ts';
export type { ProxyCall, ProxyRequest, ProxyRoute } from './proxy-request.ts';
export { restApiEvent } from './rest-api-event.ts';
