import { expect, test } from 'vitest';
import { configRule } from './config-rule.ts';
import { pathText } from './fault.ts';

const faults = (config: unknown) =>
  configRule(config, []).map(
    ({ code, path, message, remedy }) => `${code} ${pathText(path)} ${message} ${remedy}`,
  );

test('a configuration with every key passes', () => {
  const settings = {
    architecture: 'x86_64',
    assets: ['templates/**'],
    description: 'd',
    environment: { LEVEL: 'debug' },
    external: ['sharp'],
    grants: 'explicit',
    logLevel: 'DEBUG',
    logRetention: 7,
    memory: 10_240,
    permissions: [
      {
        actions: ['s3:GetObject'],
        resources: ['*', { kind: 'bucket', name: 'Files' }],
        conditions: { StringEquals: { 'aws:SourceAccount': ['1'], 'aws:PrincipalOrgID': 'o' } },
      },
    ],
    reservedConcurrency: 0,
    timeout: 1,
    tracing: true,
    vpc: { subnets: ['subnet-0a', 'subnet-0b'], securityGroups: ['sg-0a'], ipv6: true },
  };
  const stage = {
    api: 'rest',
    defaults: settings,
    functions: { api: settings },
    parameters: { SourceEmail: 'a@b.example' },
    permissionsBoundary: 'arn:aws-cn:iam::123456789012:policy/team/Boundary',
    rolePath: '/team/shop/',
    sdk: 'layer',
    sourceMaps: true,
    state: 's3://team-state/tankard',
    tags: { team: 'beer' },
    usagePlan: { keys: ['partner-a'] },
  };
  expect(faults({ ...stage, entry: 'src/main.ts', stages: { prod: stage } })).toEqual([]);
});

test('a key that is given as undefined counts as absent', () => {
  expect(faults({ api: undefined, defaults: undefined })).toEqual([]);
});

test.each([
  [{ stagess: {} }, "CONFIG_UNKNOWN_KEY stagess is not a key of the configuration. Did you mean 'stages'?"],
  [
    { stages: { prod: { functions: { 'send-mail': { memry: 128 } } } } },
    "CONFIG_UNKNOWN_KEY stages.prod.functions['send-mail'].memry is not a key of the configuration. Did you mean 'memory'?",
  ],
  [
    { stages: { prod: { color: 1 } } },
    'CONFIG_UNKNOWN_KEY stages.prod.color is not a key of the configuration. Known here: api, cors, defaults, domain, functions, minimumCompressionSize, parameters, permissionsBoundary, rolePath, sdk, sourceMaps, state, tags, usagePlan.',
  ],
  [
    { defaults: { memory: 64 } },
    'CONFIG_BOUNDS defaults.memory is 64 MB; allowed are 128 to 10240. AWS Lambda gives a function 128 to 10,240 MB.',
  ],
  [
    { defaults: { timeout: 901 } },
    'CONFIG_BOUNDS defaults.timeout is 901 seconds; allowed are 1 to 900. AWS Lambda runs a function for 1 to 900 seconds.',
  ],
  [
    { functions: { send: { description: 'x'.repeat(257) } } },
    'CONFIG_BOUNDS functions.send.description has 257 characters; allowed are 256. AWS Lambda takes a description of 256 characters at most.',
  ],
  [
    { defaults: { memory: '128' } },
    "CONFIG_TYPE defaults.memory is the text '128', but must be a whole number. Write a whole number.",
  ],
  [
    { defaults: { environment: { LIMIT: 5 } } },
    'CONFIG_TYPE defaults.environment.LIMIT is the number 5, but must be text. Write text.',
  ],
  [
    { api: 'soap' },
    "CONFIG_TYPE api is the text 'soap', but must be 'http' or 'rest' or 'function-url'. Write 'http' or 'rest' or 'function-url'.",
  ],
  [
    { state: 'team-state' },
    "CONFIG_TYPE state is the text 'team-state', but must be an address such as s3://bucket/prefix. Write an address such as s3://bucket/prefix.",
  ],
  [
    { permissionsBoundary: 'arn:aws:iam::1:policy/Boundary' },
    "CONFIG_TYPE permissionsBoundary is the text 'arn:aws:iam::1:policy/Boundary', but must be a managed policy's ARN or name. Write a managed policy's ARN or name.",
  ],
  [
    { stages: { prod: { rolePath: 'team' } } },
    "CONFIG_TYPE stages.prod.rolePath is the text 'team', but must be a path such as '/team/'. Write a path such as '/team/'.",
  ],
  [
    { defaults: { vpc: { subnets: ['vpc-0a'], securityGroups: ['sg-0a'] } } },
    "CONFIG_TYPE defaults.vpc.subnets[0] is the text 'vpc-0a', but must be an id such as 'subnet-0123abcd'. Write an id such as 'subnet-0123abcd'.",
  ],
  [
    { functions: { send: { vpc: { subnets: ['subnet-0a'], securityGroups: [] } } } },
    'CONFIG_BOUNDS functions.send.vpc.securityGroups has 0 ids; allowed are 1 to 5, each once. AWS Lambda takes 1 to 5 of them.',
  ],
  [
    { defaults: { vpc: { subnets: ['subnet-0a'] } } },
    'CONFIG_TYPE defaults.vpc.securityGroups is missing, but must be a list. Write a list.',
  ],
  [{ stages: ['prod'] }, 'CONFIG_TYPE stages is a list, but must be an object. Write an object.'],
  [
    { defaults: { assets: 'x' } },
    "CONFIG_TYPE defaults.assets is the text 'x', but must be a list. Write a list.",
  ],
  [{ defaults: { assets: [null] } }, 'CONFIG_TYPE defaults.assets[0] is null, but must be text. Write text.'],
  [
    { defaults: { permissions: [{ actions: ['a'], resources: [7] }] } },
    "CONFIG_TYPE defaults.permissions[0].resources[0] is the number 7, but must be an ARN or one of the app's resources. Write an ARN or one of the app's resources.",
  ],
  [
    { stages: { 'my stage': {} } },
    "STAGE_INVALID stages['my stage'] is not a name that a stage can have. Use letters, digits and hyphens, and begin with a letter or a digit.",
  ],
])('%j is refused', (config, fault) => {
  expect(faults(config)).toEqual([fault]);
});

test('every fault is found, not only the first', () => {
  expect(faults({ api: 1, defaults: { memory: 1, timeout: 0 } })).toHaveLength(3);
});
