import { expect, test } from 'vitest';
import { propertiesOf, rendered } from '../testing/rendered.ts';
import { ref } from '../value.ts';
import type { FunctionModel } from './model.ts';

const model: FunctionModel = {
  physicalName: 'shop-dev-send',
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  architecture: 'arm64',
  memory: 256,
  timeout: 30,
  environment: {},
  code: { zip: 'send.zip', digest: 'd' },
  role: ref('role:send', 'arn'),
  logGroup: ref('log-group:send', 'name'),
  logLevel: 'WARN',
  tracing: false,
  layers: [],
};

test('a function is SAM’s kind, with its zip, its role and JSON logs in its own group', () => {
  expect(rendered('function', model)).toEqual({
    Thing: {
      Type: 'AWS::Serverless::Function',
      Properties: {
        FunctionName: 'shop-dev-send',
        Runtime: 'nodejs24.x',
        Handler: 'index.handler',
        Architectures: ['arm64'],
        CodeUri: 'send.zip',
        MemorySize: 256,
        Timeout: 30,
        Role: ref('role:send', 'arn'),
        LoggingConfig: {
          LogFormat: 'JSON',
          ApplicationLogLevel: 'WARN',
          LogGroup: ref('log-group:send', 'name'),
        },
      },
    },
  });
});

test('what is set beyond that is shown', () => {
  const more = {
    description: 'Sends',
    environment: { LEVEL: 'debug', TABLE: ref('table:T', 'name') },
    tracing: true,
    reservedConcurrency: 0,
    layers: [ref('layer:sdk', 'arn')],
    vpc: { subnets: ['subnet-0a'], securityGroups: ['sg-0a'], ipv6: true },
  };
  expect(propertiesOf('function', { ...model, ...more })).toMatchObject({
    Description: 'Sends',
    Environment: { Variables: { LEVEL: 'debug', TABLE: ref('table:T', 'name') } },
    Tracing: 'Active',
    ReservedConcurrentExecutions: 0,
    Layers: [ref('layer:sdk', 'arn')],
    VpcConfig: { SubnetIds: ['subnet-0a'], SecurityGroupIds: ['sg-0a'], Ipv6AllowedForDualStack: true },
  });
});
