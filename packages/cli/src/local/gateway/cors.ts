import type { ApiTarget } from '@tankard/framework/config';
import {
  corsHeaders,
  type MatchableRoute,
  type Matcher,
  type ProxyRequest,
} from '@tankard/framework/gateway';
import type { CorsModel } from '../../resources/cors.ts';
import type { ProxyAnswer } from './proxy-answer.ts';

/** What the gateway itself answers pages of other origins, as each target is told of it. */
export interface GatewayCors {
  /** Of an HTTP API or a function URL: for every answer. */
  readonly every?: CorsModel | undefined;
  /** Of a REST API: its answers to what browsers ask before they call. */
  readonly preflights?: Matcher<Preflight> | undefined;
  /** Of a REST API: headers of its own errors. */
  readonly errors?: Readonly<Record<string, string>> | undefined;
}

/** The headers of the answer to OPTIONS for one path. */
export interface Preflight extends MatchableRoute {
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers what a browser asks before it calls, where no function is asked. */
export function preflightAnswer(
  { every, preflights }: GatewayCors,
  request: ProxyRequest,
): ProxyAnswer | undefined {
  if (request.method !== 'OPTIONS') return undefined;
  if (every) {
    const origin = headerOf(request, 'origin');
    if (origin === undefined || headerOf(request, 'access-control-request-method') === undefined)
      return undefined;
    const headers = corsHeaders(every, origin);
    const allowed = 'Access-Control-Allow-Origin' in headers;
    return empty({ ...headers, ...(allowed && { 'Access-Control-Allow-Methods': every.methods.join(',') }) });
  }
  const own = preflights?.match('OPTIONS', request.path);
  return own && empty(own.route.headers);
}

/**
 * Adds what the gateway says of every answer. An HTTP API drops what a function says of it, a function URL sends both.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function withCors(
  { every }: GatewayCors,
  request: ProxyRequest,
  answer: ProxyAnswer,
  api: ApiTarget,
): ProxyAnswer {
  const origin = headerOf(request, 'origin');
  if (!every || (api === 'http' && origin === undefined)) return answer;
  const isOwn = ([name]: readonly [string, string]) => api !== 'http' || !/^access-control-/i.test(name);
  const own = answer.headers.filter(isOwn);
  return { ...answer, headers: [...own, ...Object.entries(ofAnswers(every, origin))] };
}

/** Adds what the gateway says of its own errors. */
export function withErrorCors({ errors }: GatewayCors, answer: ProxyAnswer): ProxyAnswer {
  return errors ? { ...answer, headers: [...answer.headers, ...Object.entries(errors)] } : answer;
}

/** What only concerns the question before the call stays out of the answer to the call. */
function ofAnswers(cors: CorsModel, origin: string | undefined): Readonly<Record<string, string>> {
  const {
    'Access-Control-Allow-Headers': _,
    'Access-Control-Max-Age': __,
    ...rest
  } = corsHeaders(cors, origin);
  return rest;
}

function empty(headers: Readonly<Record<string, string>>): ProxyAnswer {
  return { status: 204, headers: Object.entries(headers), body: '' };
}

function headerOf({ headers }: ProxyRequest, name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}
