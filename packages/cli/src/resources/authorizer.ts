import type { NodeId, Ref, Value } from './value.ts';

/** What decides who may call routes of an API. */
interface AuthorizerModel<Asks> {
  readonly api: Ref;
  /** Unique in its API. */
  readonly physicalName: string;
  /** Where a request says who calls: `header.…`, `query.…`, `route`. */
  readonly identity: readonly string[];
  readonly asks: Asks;
}

export type HttpAuthorizerModel = AuthorizerModel<AskedFunction | AskedIssuer>;
/** Asks a function only; a signature takes no authorizer. */
export type WebsocketAuthorizerModel = AuthorizerModel<AskedFunction>;
export type RestAuthorizerModel = AuthorizerModel<AskedFunction | AskedPools>;

export interface AskedFunction {
  readonly kind: 'function';
  /** The address at which API Gateway invokes it. */
  readonly uri: Value;
  /** Where it is one of the app's. */
  readonly own?: NodeId | undefined;
  /** Seconds. */
  readonly ttl: number;
  /** What a REST API sends it. */
  readonly event: 'request' | 'token';
  /** What it answers an HTTP API. */
  readonly answer: 'policy' | 'simple';
}

export interface AskedIssuer {
  readonly kind: 'issuer';
  readonly issuer: Value;
  readonly audience: readonly Value[];
}

export interface AskedPools {
  readonly kind: 'pools';
  /** ARNs. */
  readonly pools: readonly Value[];
}

/** What a route asks of its callers. */
export interface AuthorizationModel<TokenType extends string> {
  readonly type: TokenType | 'CUSTOM' | 'AWS_IAM';
  /** Absent for IAM, which is nobody's to make. */
  readonly authorizer?: Ref | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html */
export function httpIdentity(identity: readonly string[]): readonly string[] {
  return identity.map((one) => {
    const [from, name] = split(one);
    if (from === 'route') return '$context.routeKey';
    return `$request.${from === 'query' ? 'querystring' : from}.${name}`;
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-lambda-auth.html */
export function websocketIdentity(identity: readonly string[]): readonly string[] {
  return identity.map((one) => {
    const [from, name] = split(one);
    if (from === 'route') return 'context.routeKey';
    return `route.request.${from === 'query' ? 'querystring' : from}.${name}`;
  });
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
export function restIdentity(identity: readonly string[]): string {
  const sources = identity.flatMap((one) => {
    const [from, name] = split(one);
    if (from === 'route') return ['context.httpMethod', 'context.resourcePath'];
    return [`method.request.${from === 'query' ? 'querystring' : from}.${name}`];
  });
  return sources.join(', ');
}

function split(identity: string): readonly [from: string, name: string] {
  const dot = identity.indexOf('.');
  return dot < 0 ? [identity, ''] : [identity.slice(0, dot), identity.slice(dot + 1)];
}
