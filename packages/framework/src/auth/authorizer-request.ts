import type { LambdaContext } from '../context.ts';
import { GatewayRequest } from '../http/gateway-request.ts';
import { cookiesOf, headersOf } from '../http/headers.ts';
import { lastValues, queryOf } from '../http/query.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import type { Identity } from './identity.ts';

type Values = Readonly<Record<string, string | undefined>>;

/** What a function authorizer is asked about: the request before any route has seen it. It has no body. */
export interface AuthorizerRequest {
  /** The value of the first identity: with the default that of the header `Authorization`, `Bearer ` included. */
  readonly token: string;
  /** The ARN of what is called. */
  readonly arn: string;
  /** `$connect` where a client of a WebSocket API connects. */
  readonly method: string;
  /** As it was called, without the stage: `/users/7`. */
  readonly path: string;
  /** Names are in lower case. */
  readonly headers: Values;
  /** One header, its name in any case. */
  header(name: string): string | undefined;
  readonly query: Values;
  readonly cookies: Values;
  /** The event as it came in. */
  readonly raw: AuthorizerEvent;
  readonly context: LambdaContext;
}

/** What is read of API Gateway's authorizer events beside what they share with those of routes. */
export interface AuthorizerEvent extends RawHttpEvent {
  /** `TOKEN` events have nothing but the token and the ARN. */
  readonly type?: string | undefined;
  readonly methodArn?: string | undefined;
  /** 2.0 */
  readonly routeArn?: string | undefined;
  readonly authorizationToken?: string | undefined;
}

/** Reads an authorizer event of either payload version. */
export function authorizerRequest(
  raw: AuthorizerEvent,
  context: LambdaContext,
  identity: readonly Identity[],
): AuthorizerRequest {
  const request = new GatewayRequest(raw, context);
  const arn = raw.routeArn ?? raw.methodArn ?? '';
  const [, , method = '', ...rest] = arn.split('/');
  const headers = headersOf(raw);
  const query = lastValues(queryOf(raw));
  return {
    token: raw.authorizationToken ?? told(identity[0], headers, query) ?? '',
    arn,
    method: request.method || method,
    path: request.path || `/${rest.join('/')}`,
    headers,
    header: (name) => headers[name.toLowerCase()],
    query,
    cookies: cookiesOf(headers.cookie),
    raw,
    context,
  };
}

function told(identity: Identity | undefined, headers: Values, query: Values): string | undefined {
  const [from, name = ''] = identity?.split(/\.(.*)/, 2) ?? [];
  if (from === 'header') return headers[name.toLowerCase()];
  return from === 'query' ? query[name] : undefined;
}
