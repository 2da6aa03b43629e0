import { randomUUID } from 'node:crypto';
import { decoded } from '../http/headers.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import { httpApiBody } from './proxy-body.ts';
import type { ProxyCall, ProxyRequest, ProxyRoute } from './proxy-request.ts';
import { proxyTime } from './proxy-time.ts';
import { lowerNames, type Pair } from './single.ts';

/**
 * The event that an HTTP API makes of a request, payload 2.0. What is empty is left out; the path and its
 * parameters are decoded; values of one name are joined by commas; cookies stand apart.
 *
 * @param route The route that was matched, or `$default`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpApiEvent(
  request: ProxyRequest,
  route: ProxyRoute | '$default',
  call: ProxyCall = {},
): RawHttpEvent {
  const { accountId = '000000000000', apiId = 'local', domainName = 'localhost', stage = '$default' } = call;
  const { authorizer, requestId = randomUUID(), time = new Date() } = call;
  const sent = lowerNames(request.headers);
  const cookies = sent.flatMap(([name, value]) => (name === 'cookie' ? value.split(/; */) : []));
  const headers = joined(sent.filter(([name]) => name !== 'cookie'));
  const query = request.queryString === '' ? {} : joined(new URLSearchParams(request.queryString));
  const routeKey = route === '$default' ? route : `${route.method} ${route.path}`;
  const params = route === '$default' ? {} : route.params;
  const path = `${stage === '$default' ? '' : `/${stage}`}${decoded(request.path)}`;
  const { body, isBase64Encoded } = httpApiBody(request);

  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: request.queryString,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(filled(query) && { queryStringParameters: query }),
    ...(filled(params) && { pathParameters: decodeValues(params) }),
    requestContext: {
      accountId,
      apiId,
      ...(authorizer && { authorizer }),
      domainName,
      domainPrefix: domainName.split('.', 1)[0],
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: request.sourceIp,
        userAgent: sent.find(([name]) => name === 'user-agent')?.[1] ?? '',
      },
      requestId,
      routeKey,
      stage,
      time: proxyTime(time),
      timeEpoch: time.getTime(),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded,
  };
}

/** The values of each name, in one text. */
function joined(pairs: Iterable<Pair>): Record<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = texts.get(name);
    texts.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(texts);
}

function filled(record: object): boolean {
  return Object.keys(record).length > 0;
}

function decodeValues(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decoded(value)]));
}
