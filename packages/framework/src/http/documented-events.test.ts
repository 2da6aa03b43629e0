import { describe, expect, it } from 'vitest';
import { call, entry, json, V1 } from './test-call.ts';

const agent = 'curl/8.7.1';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format */
const restApi = {
  resource: '/shops/{name}',
  path: '/shops/caf%C3%A9',
  httpMethod: 'POST',
  headers: { Accept: '*/*', Cookie: 'a=1; b=2', 'content-type': 'text/plain', tag: 'two' },
  multiValueHeaders: {
    Accept: ['*/*'],
    Cookie: ['a=1; b=2'],
    'content-type': ['text/plain'],
    tag: ['one', 'two'],
  },
  queryStringParameters: { q: 'b c', one: '1' },
  multiValueQueryStringParameters: { q: ['a', 'b c'], one: ['1'] },
  pathParameters: { name: 'caf%C3%A9' },
  stageVariables: { color: 'blue' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    authorizer: { claims: null, scopes: null, principalId: 'ann', integrationLatency: 5 },
    domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
    domainPrefix: 'a1b2c3d4e5',
    extendedRequestId: 'eXtEnDeD=',
    httpMethod: 'POST',
    identity: { accessKey: null, caller: null, sourceIp: '192.0.2.1', user: null, userAgent: agent },
    path: '/prod/shops/caf%C3%A9',
    protocol: 'HTTP/1.1',
    requestId: 'id=',
    requestTime: '01/Jan/2026:12:00:00 +0000',
    requestTimeEpoch: 1767268800000,
    resourceId: 'x1y2z3',
    resourcePath: '/shops/{name}',
    stage: 'prod',
  },
  body: 'SGVsbG8=',
  isBase64Encoded: true,
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
const httpApi = {
  version: '2.0',
  routeKey: 'POST /shops/{name}',
  rawPath: '/shops/café',
  rawQueryString: 'q=a&q=b%20c&one=1',
  cookies: ['a=1', 'b=2'],
  headers: { accept: '*/*', 'content-type': 'text/plain', tag: 'one,two' },
  queryStringParameters: { q: 'a,b c', one: '1' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'a1b2c3d4e5',
    authentication: null,
    authorizer: { jwt: { claims: { sub: 'ann' }, scopes: ['read'] } },
    domainName: 'a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com',
    domainPrefix: 'a1b2c3d4e5',
    http: {
      method: 'POST',
      path: '/shops/café',
      protocol: 'HTTP/1.1',
      sourceIp: '192.0.2.1',
      userAgent: agent,
    },
    requestId: 'id=',
    routeKey: 'POST /shops/{name}',
    stage: '$default',
    time: '01/Jan/2026:12:00:00 +0000',
    timeEpoch: 1767268800000,
  },
  pathParameters: { name: 'café' },
  stageVariables: { color: 'blue' },
  body: 'Hello',
  isBase64Encoded: false,
};

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-request-payload */
const functionUrl = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/shops/caf%C3%A9',
  rawQueryString: 'q=a&q=b%20c&one=1',
  cookies: ['a=1', 'b=2'],
  headers: { accept: '*/*', 'content-type': 'text/plain', tag: 'one,two' },
  queryStringParameters: { q: 'a,b c', one: '1' },
  requestContext: {
    accountId: 'anonymous',
    apiId: 'urlid1234',
    authentication: null,
    domainName: 'urlid1234.lambda-url.eu-west-1.on.aws',
    domainPrefix: 'urlid1234',
    http: {
      method: 'POST',
      path: '/shops/caf%C3%A9',
      protocol: 'HTTP/1.1',
      sourceIp: '192.0.2.1',
      userAgent: agent,
    },
    requestId: 'id',
    routeKey: '$default',
    stage: '$default',
    time: '01/Jan/2026:12:00:00 +0000',
    timeEpoch: 1767268800000,
  },
  body: 'SGVsbG8=',
  pathParameters: null,
  isBase64Encoded: true,
  stageVariables: null,
};

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html#receive-event-from-load-balancer */
const balancer = {
  requestContext: {
    elb: {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/shop/0123456789abcdef',
    },
  },
  httpMethod: 'POST',
  path: '/shops/caf%C3%A9',
  multiValueQueryStringParameters: { q: ['a', 'b%20c'], one: ['1'] },
  multiValueHeaders: { cookie: ['a=1; b=2'], 'content-type': ['text/plain'], tag: ['one', 'two'] },
  body: 'Hello',
  isBase64Encoded: false,
};

const routes = [
  entry('POST /shops/{name}', (req) => ({
    method: req.method,
    path: req.path,
    params: req.params,
    query: [req.queryAll('q'), req.query.one],
    cookies: req.cookies,
    text: req.text(),
    tag: req.header('tag')?.split(/, ?/).at(-1),
    color: req.stageVariables.color,
  })),
];

describe("an event as AWS's page shows it", () => {
  it.each([
    ['of a REST API', restApi, 'blue'],
    ['of an HTTP API', httpApi, 'blue'],
    ["of a function's URL", functionUrl, undefined],
    ['of a load balancer', balancer, undefined],
  ])('%s is the same request', async (_, event, color) => {
    expect(json(await call(routes, { ...V1, ...event }))).toEqual({
      method: 'POST',
      path: '/shops/café',
      params: { name: 'café' },
      query: [['a', 'b c'], '1'],
      cookies: { a: '1', b: '2' },
      text: 'Hello',
      tag: 'two',
      ...(color && { color }),
    });
  });
});
