/** The path of a route by its number, as API Gateway writes it. */
export const pathOf = (route: number) => `/things${route}/{id}`;

/** What every contender answers to {@link httpEvent}. */
export const expectedAnswer = (route: number) => ({
  status: 200,
  type: 'application/json',
  body: { route, id: `id-${route}`, name: 'Ada', tags: 3 },
});

const body = JSON.stringify({
  name: 'Ada',
  tags: ['one', 'two', 'three'],
  note: 'A thing as people send it.',
});
const headers = {
  accept: 'application/json',
  'accept-encoding': 'gzip, br',
  'content-type': 'application/json',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64)',
  'x-amzn-trace-id': 'Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e',
  'x-forwarded-for': '205.255.255.176',
  'x-forwarded-port': '443',
  'x-forwarded-proto': 'https',
};

/** How a route is asked for: payload 1.0 of a REST API, 2.0 of an HTTP API, or 2.0 behind its `$default` route. */
export type Payload = '1.0' | '2.0' | '2.0, $default';

/**
 * An event of API Gateway for a route.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(route: number, payload: Payload): object {
  const path = pathOf(route).replace('{id}', `id-${route}`);
  return payload === '1.0' ? restEvent(route, path) : httpApiEvent(route, path, payload);
}

function httpApiEvent(route: number, path: string, payload: Payload): object {
  const explicit = payload === '2.0';
  const routeKey = explicit ? `POST ${pathOf(route)}` : '$default';
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'id',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'agent' },
      requestId: 'id',
      routeKey,
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1583348638390,
    },
    ...(explicit && { pathParameters: { id: `id-${route}` } }),
    body,
    isBase64Encoded: false,
  };
}

function restEvent(route: number, path: string): object {
  return {
    resource: pathOf(route),
    path,
    httpMethod: 'POST',
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { id: `id-${route}` },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      domainPrefix: 'id',
      extendedRequestId: 'extended',
      httpMethod: 'POST',
      identity: { sourceIp: '192.0.2.1', userAgent: 'agent' },
      path: `/prod${path}`,
      protocol: 'HTTP/1.1',
      requestId: 'id',
      requestTime: '12/Mar/2020:19:03:58 +0000',
      requestTimeEpoch: 1583348638390,
      resourceId: 'resource',
      resourcePath: pathOf(route),
      stage: 'prod',
    },
    body,
    isBase64Encoded: false,
  };
}
