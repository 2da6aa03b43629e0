import type { FunctionConfig, StageConfig, TankardConfig, VpcConfig } from '@tankard/framework/config';
import type { PermissionStatement } from '@tankard/framework/manifest';
import { fields, list, neededLists, record } from './containers.ts';
import { cors } from './cors.ts';
import { domain } from './domain.ts';
import type { Fault, KeyPath } from './fault.ts';
import { idList } from './id-list.ts';
import { choice, flag, ofType, type Rule, shortText, text, whole } from './rules.ts';
import { tags } from './tags.ts';
import { usagePlan } from './usage-plan.ts';

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const memory = { min: 128, max: 10_240, unit: 'MB', says: 'AWS Lambda gives a function 128 to 10,240 MB.' };
const timeout = {
  min: 1,
  max: 900,
  unit: 'seconds',
  says: 'AWS Lambda runs a function for 1 to 900 seconds.',
};

// https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html
const description = shortText(256, 'AWS Lambda takes a description of 256 characters at most.');

const textOrList = ofType(
  'text or a list of texts',
  (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
);

const stateUrl = ofType(
  'an address such as s3://bucket/prefix',
  (value) => typeof value === 'string' && /^s3:\/\/[a-z0-9][a-z0-9.-]+(\/|$)/.test(value),
);

// https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
const boundary = ofType(
  "a managed policy's ARN or name",
  (value) =>
    typeof value === 'string' &&
    /^(arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/)?([!-.0-9;-~]+\/)*[\w+=,.@-]{1,128}$/.test(value),
);
const rolePath = ofType(
  "a path such as '/team/'",
  (value) => typeof value === 'string' && /^\/([!-.0-~]+\/)*$/.test(value) && value.length <= 512,
);

const resource = ofType(
  "an ARN or one of the app's resources",
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null && 'kind' in value),
);

const permission = fields<PermissionStatement>({
  actions: list(text),
  resources: list(resource),
  conditions: record(record(textOrList)),
});

// https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html
const vpcRule = fields<VpcConfig>({
  subnets: idList('subnet', 16),
  securityGroups: idList('sg', 5),
  ipv6: flag,
});
const vpc: Rule = (value, path) =>
  value === false
    ? []
    : [...vpcRule(value, path), ...neededLists(value, path, ['subnets', 'securityGroups'])];

const functionRule = fields<FunctionConfig>({
  architecture: choice('arm64', 'x86_64'),
  assets: list(text),
  description,
  environment: record(text),
  external: list(text),
  grants: choice('derived', 'explicit'),
  logLevel: choice('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
  logRetention: whole(),
  memory: whole(memory),
  permissions: list(permission),
  reservedConcurrency: whole(),
  timeout: whole(timeout),
  tracing: flag,
  vpc,
});

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
const compression = {
  min: 0,
  max: 10_485_760,
  unit: 'bytes',
  says: 'API Gateway compresses answers of 0 to 10,485,760 bytes and more.',
};

const stageRules: { readonly [K in keyof Required<StageConfig>]: Rule } = {
  api: choice('http', 'rest', 'function-url'),
  cors,
  defaults: functionRule,
  domain,
  functions: record(functionRule),
  minimumCompressionSize: whole(compression),
  parameters: record(text),
  permissionsBoundary: boundary,
  rolePath,
  sdk: choice('bundle', 'layer'),
  sourceMaps: flag,
  state: stateUrl,
  tags,
  usagePlan,
};

/** Stage names are part of the names of what AWS makes, and of paths. */
export const STAGE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

const stageName = (path: KeyPath): readonly Fault[] =>
  STAGE_NAME.test(path.at(-1) ?? '')
    ? []
    : [
        {
          code: 'STAGE_INVALID',
          path,
          message: 'is not a name that a stage can have.',
          remedy: 'Use letters, digits and hyphens, and begin with a letter or a digit.',
        },
      ];

/** What `tankard.config.ts` may hold. */
export const configRule: Rule = fields<TankardConfig>({
  ...stageRules,
  entry: text,
  stages: record(fields<StageConfig>(stageRules), stageName),
});
