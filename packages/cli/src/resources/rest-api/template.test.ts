import { expect, test } from 'vitest';
import { rendered } from '../testing/rendered.ts';

const model = { physicalName: 'shop-dev', stage: 'dev' };

test('a REST API stands in its region and takes every type for bytes', () => {
  expect(rendered('rest-api', model)).toEqual({
    Thing: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: 'shop-dev',
        EndpointConfiguration: { Types: ['REGIONAL'] },
        BinaryMediaTypes: ['*/*'],
      },
    },
  });
});

test('it compresses what is large enough, and tells pages who may read its own errors', () => {
  const errorHeaders = { 'Access-Control-Allow-Origin': '*' };
  const resources = rendered('rest-api', { ...model, compression: 1024, errorHeaders });
  expect(resources.Thing.Properties.MinimumCompressionSize).toBe(1024);
  for (const [id, type] of [
    ['ThingDefault4xx', 'DEFAULT_4XX'],
    ['ThingDefault5xx', 'DEFAULT_5XX'],
  ] as const) {
    expect(resources[id]).toEqual({
      Type: 'AWS::ApiGateway::GatewayResponse',
      Properties: {
        RestApiId: { Ref: 'Thing' },
        ResponseType: type,
        ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
      },
    });
  }
});
