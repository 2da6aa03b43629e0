import { expect, test } from 'vitest';
import type { DomainMappingModel } from '../domain-mapping/model.ts';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
const name = { domainName: 'api.example.com', certificate };
const mapping: DomainMappingModel = {
  domainName: ref('domain:api.example.com', 'name'),
  api: ref('rest-api:api', 'id'),
  ...{ stage: 'dev', stageOf: 'rest-deployment:api', path: 'orders', url: 'https://api.example.com/orders' },
};

test('a regional name has its certificate and speaks TLS 1.2', () => {
  expect(rendered('domain', name, { team: 'beer' }).Thing).toEqual({
    Type: 'AWS::ApiGatewayV2::DomainName',
    Properties: {
      DomainName: 'api.example.com',
      DomainNameConfigurations: [
        { CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
      ],
      Tags: { team: 'beer' },
    },
  });
});

test('a name at the edge has its certificate and speaks TLS 1.2', () => {
  expect(rendered('edge-domain', name, { team: 'beer' }).Thing).toEqual({
    Type: 'AWS::ApiGateway::DomainName',
    Properties: {
      DomainName: 'api.example.com',
      CertificateArn: certificate,
      EndpointConfiguration: { Types: ['EDGE'] },
      SecurityPolicy: 'TLS_1_2',
      Tags: [{ Key: 'team', Value: 'beer' }],
    },
  });
});

test('a path leads to a stage, after which it stands', () => {
  const common = { DomainName: mapping.domainName, Stage: { Ref: 'Id of rest-deployment:apiStage' } };
  expect(propertiesOf('domain-mapping', mapping)).toEqual({
    ...{ ...common, ApiId: mapping.api, ApiMappingKey: 'orders' },
  });
  expect(propertiesOf('edge-mapping', mapping)).toEqual({
    ...{ ...common, RestApiId: mapping.api, BasePath: 'orders' },
  });
});

test('the whole name has no path', () => {
  expect(propertiesOf('domain-mapping', { ...mapping, path: '' })).not.toHaveProperty('ApiMappingKey');
  expect(propertiesOf('edge-mapping', { ...mapping, path: '' })).not.toHaveProperty('BasePath');
});

test('a record is an alias of where the name is served', () => {
  const target = ref('domain:api.example.com', 'target');
  const targetZone = ref('domain:api.example.com', 'zone');
  const model = { domainName: 'api.example.com', hostedZone: 'Z1', target, targetZone };
  expect(rendered('dns-record', model).Thing).toEqual({
    Type: 'AWS::Route53::RecordSet',
    Properties: {
      ...{ Name: 'api.example.com', Type: 'A', HostedZoneId: 'Z1' },
      AliasTarget: { DNSName: target, HostedZoneId: targetZone },
    },
  });
});
