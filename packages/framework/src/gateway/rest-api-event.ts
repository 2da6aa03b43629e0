import { randomUUID } from 'node:crypto';
import { valueLists } from '../http/query.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import { restApiBody } from './proxy-body.ts';
import type { ProxyCall, ProxyRequest, ProxyRoute } from './proxy-request.ts';
import { proxyTime } from './proxy-time.ts';
import { lowerNames, single } from './single.ts';

/**
 * The event that a REST API makes of a request, payload 1.0. What is empty is null; the path and its parameters
 * stay encoded; the last of several values stands in the plain records, all of them in the lists. The path is that of
 * an API behind a domain of its own: without the stage.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function restApiEvent(request: ProxyRequest, route: ProxyRoute, call: ProxyCall = {}): RawHttpEvent {
  const { accountId = '000000000000', apiId = 'local', domainName = 'localhost', stage = 'local' } = call;
  const { authorizer, requestId = randomUUID(), time = new Date() } = call;
  const headers = valueLists(lowerNames(request.headers));
  const query = valueLists(new URLSearchParams(request.queryString));
  const { body, isBase64Encoded } = restApiBody(request);

  return {
    resource: route.path,
    path: request.path,
    httpMethod: request.method,
    headers: single(headers, last),
    multiValueHeaders: { ...headers },
    queryStringParameters: orNull(single(query, last)),
    multiValueQueryStringParameters: orNull({ ...query }),
    pathParameters: orNull({ ...route.params }),
    stageVariables: null,
    requestContext: {
      accountId,
      apiId,
      ...(authorizer && { authorizer }),
      domainName,
      domainPrefix: domainName.split('.', 1)[0],
      extendedRequestId: requestId,
      httpMethod: request.method,
      identity: {
        sourceIp: request.sourceIp,
        userAgent: headers['user-agent']?.[0] ?? null,
        ...call.identity,
      },
      path: request.path,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: proxyTime(time),
      requestTimeEpoch: time.getTime(),
      resourceId: route.path,
      resourcePath: route.path,
      stage,
    },
    body: body ?? null,
    isBase64Encoded,
  };
}

function last(values: readonly string[]): string {
  return values.at(-1) ?? '';
}

function orNull<T extends object>(record: T): T | null {
  return Object.keys(record).length > 0 ? record : null;
}
