import type { ApiKind } from './proxy-event.ts';

/** What goes back over HTTP; a name may come several times. */
export interface ProxyAnswer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** An answer of the gateway itself, as it gives it. */
export function gatewayAnswer(status: number, message: string): ProxyAnswer {
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/** What each API answers where no route fits, and where the function fails or gives what it can't read. */
export const unknownPath = (api: ApiKind): ProxyAnswer =>
  api === 'http' ? gatewayAnswer(404, 'Not Found') : gatewayAnswer(403, 'Missing Authentication Token');
export const functionFailed = (api: ApiKind): ProxyAnswer =>
  api === 'http' ? gatewayAnswer(500, 'Internal Server Error') : gatewayAnswer(502, 'Internal server error');

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
 * Makes an HTTP answer of a handler's result. An HTTP API takes a result without `statusCode` for the body of a 200
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response);
 * a REST API does not. What can't be read is answered as a failure of the function.
 */
export function proxyAnswer(api: ApiKind, result: unknown): ProxyAnswer {
  if (typeof result === 'object' && result !== null && 'statusCode' in result) return stated(api, result);
  if (api === 'rest') return functionFailed(api);
  const body = Buffer.from(typeof result === 'string' ? result : JSON.stringify(result ?? null));
  return { status: 200, headers: [['content-type', 'application/json']], body };
}

function stated(api: ApiKind, result: Result): ProxyAnswer {
  const status = Number(result.statusCode);
  const { body = '' } = result;
  if (!Number.isInteger(status) || status < 100 || status > 599) return functionFailed(api);
  if (body !== null && typeof body !== 'string') return functionFailed(api);
  const headers: [string, string][] = [...single(result.headers), ...multiple(result.multiValueHeaders)];
  if (Array.isArray(result.cookies))
    headers.push(...result.cookies.map((one): [string, string] => ['set-cookie', String(one)]));
  if (!headers.some(([name]) => name.toLowerCase() === 'content-type')) {
    headers.push(['content-type', api === 'http' ? 'text/plain; charset=utf-8' : 'application/json']);
  }
  return {
    status,
    headers,
    body: Buffer.from(body ?? '', result.isBase64Encoded === true ? 'base64' : 'utf8'),
  };
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
