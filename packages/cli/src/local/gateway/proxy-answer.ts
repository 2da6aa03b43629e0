import type { ApiTarget } from '@tankard/framework/config';
import type { Refusal } from '@tankard/framework/gateway';
import { validateHeaderName, validateHeaderValue } from '../node-http.ts';
import type { AnswerFlow } from './answer-flow.ts';

/** What goes back over HTTP; a name may come several times. */
export interface ProxyAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | string;
  /** What makes the body while it is sent, in place of one that is there. */
  readonly flow?: AnswerFlow | undefined;
}

const JSON_TYPE = 'application/json';

/** What stands where a result says no type. */
const TYPES: Readonly<Record<ApiTarget, string>> = {
  http: 'text/plain; charset=utf-8',
  rest: JSON_TYPE,
  'function-url': JSON_TYPE,
};

/** An answer of the gateway itself, as it gives it. */
export function gatewayAnswer(status: number, message: string): ProxyAnswer {
  return {
    status,
    headers: [['content-type', JSON_TYPE]],
    body: JSON.stringify({ message }),
  };
}

/** What was refused before it reached a function. */
export function refused({ status, headers, body }: Refusal): ProxyAnswer {
  return { status, headers: Object.entries(headers), body: JSON.stringify(body) };
}

/** What an API answers where no route fits. A function URL hands every path to its function. */
export const unknownPath = (api: ApiTarget): ProxyAnswer =>
  api === 'rest' ? gatewayAnswer(403, 'Missing Authentication Token') : gatewayAnswer(404, 'Not Found');

/** What each target answers where the function fails or gives what can't be read. */
export function functionFailed(api: ApiTarget): ProxyAnswer {
  if (api === 'rest') return gatewayAnswer(502, 'Internal server error');
  return gatewayAnswer(api === 'http' ? 500 : 502, 'Internal Server Error');
}

/** A handler's result as far as it is known before it is looked at. */
interface Result {
  readonly statusCode?: unknown;
  readonly headers?: unknown;
  readonly multiValueHeaders?: unknown;
  readonly cookies?: unknown;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

/**
 * Makes an HTTP answer of a handler's result. An HTTP API and a function URL take one without `statusCode` for the body of a 200
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response);
 * a REST API does not. What can't be read is answered as a failure of the function.
 */
export function proxyAnswer(api: ApiTarget, result: unknown): ProxyAnswer {
  if (typeof result === 'object' && result !== null && 'statusCode' in result)
    return stated(api, result) ?? functionFailed(api);
  if (api === 'rest') return functionFailed(api);
  const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
  return { status: 200, headers: [['content-type', JSON_TYPE]], body };
}

/**
 * An answer that streams, as far as its status and headers say. What they leave out is 200, and bytes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html#response-transfer-mode-lambda-format
 */
export function flowingAnswer(api: ApiTarget, flow: AnswerFlow): ProxyAnswer {
  const { head } = flow;
  const result = typeof head === 'object' ? { statusCode: 200, ...head, body: '' } : {};
  const answer = stated(api, result, 'application/octet-stream');
  if (answer) return { ...answer, flow };
  flow.drop();
  return functionFailed(api);
}

/** What a result says; nothing where that can't be sent. */
function stated(api: ApiTarget, result: Result, type = TYPES[api]): ProxyAnswer | undefined {
  const status = Number(result.statusCode);
  const { body = '' } = result;
  if (!Number.isInteger(status) || status < 200 || status > 599) return undefined;
  if (body !== null && typeof body !== 'string') return undefined;
  const headers: [string, string][] = [...single(result.headers), ...multiple(result.multiValueHeaders)];
  if (Array.isArray(result.cookies))
    headers.push(...result.cookies.map((one): [string, string] => ['set-cookie', String(one)]));
  if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['content-type', type]);
  }
  if (!headers.every(isSendable)) return undefined;
  return {
    status,
    headers,
    body: result.isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

/** What HTTP cannot carry never reaches a client, and must not leave it without an answer. */
function isSendable([name, value]: readonly [name: string, value: string]): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

function single(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
}

/** A header that stands in both places counts once, with all its values: the caller appends these last. */
function multiple(headers: unknown): [string, string][] {
  if (typeof headers !== 'object' || headers === null) return [];
  return Object.entries(headers).flatMap(([name, values]) =>
    Array.isArray(values) ? values.map((value): [string, string] => [name, String(value)]) : [],
  );
}
