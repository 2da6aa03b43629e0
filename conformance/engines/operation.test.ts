import { expect, test } from 'vitest';
import { operationOf } from './operation.ts';

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host`,
});

test.each([
  [
    'JSON',
    {
      method: 'POST',
      path: '/',
      headers: { ...signed('dynamodb'), 'x-amz-target': 'DynamoDB_20120810.CreateTable' },
    },
    { service: 'dynamodb', name: 'CreateTable', mutates: true },
  ],
  [
    'Query',
    { method: 'POST', path: '/', headers: signed('iam'), body: 'Action=GetRole&RoleName=r' },
    { service: 'iam', name: 'GetRole', mutates: false },
  ],
  [
    'CBOR',
    {
      method: 'POST',
      path: '/service/GraniteService/operation/DescribeAlarms',
      headers: signed('monitoring'),
    },
    { service: 'monitoring', name: 'DescribeAlarms', mutates: false },
  ],
  [
    'a REST call that changes',
    { method: 'PUT', path: '/2015-03-31/functions/f/code?x=1', headers: signed('lambda') },
    { service: 'lambda', name: 'PUT /2015-03-31/functions/f/code', mutates: true },
  ],
  [
    'a REST call that reads',
    { method: 'GET', path: '/v2/apis', headers: signed('apigateway') },
    { service: 'apigateway', name: 'GET /v2/apis', mutates: false },
  ],
])('a call in %s is told by its request', (_, request, operation) => {
  expect(operationOf({ body: '', ...request })).toEqual(operation);
});
