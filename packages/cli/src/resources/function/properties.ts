import { DEFAULTS } from '@tankard/framework/rules';
import type { FunctionAnswer } from '../../aws/settled-function.ts';
import type { Known } from '../known.ts';
import type { Properties, Property } from '../reconciler.ts';
import type { FunctionModel, FunctionVpc } from './model.ts';

type VpcConfigResponse = NonNullable<NonNullable<FunctionAnswer['Configuration']>['VpcConfig']>;

/** Everything of a function but its code and its tags, as AWS should say it. */
export function wantedProperties(model: Known<FunctionModel>): Properties {
  return {
    description: model.description ?? '',
    runtime: model.runtime,
    handler: model.handler,
    architecture: model.architecture,
    memory: model.memory,
    timeout: model.timeout,
    environment: model.environment,
    role: model.role,
    logGroup: model.logGroup,
    logFormat: 'JSON',
    logLevel: model.logLevel,
    tracing: model.tracing,
    reservedConcurrency: model.reservedConcurrency,
    vpc: model.vpc && vpcProperty(model.vpc),
    layers: model.layers,
  };
}

/** Lambda keeps no order of ids. */
function vpcProperty({ subnets, securityGroups, ipv6 }: FunctionVpc): Property {
  return { subnets: subnets.toSorted(), securityGroups: securityGroups.toSorted(), ipv6 };
}

/** The same as AWS says it. */
export function observedProperties({ Configuration = {}, Concurrency }: FunctionAnswer): Properties {
  return {
    description: Configuration.Description ?? '',
    runtime: Configuration.Runtime,
    handler: Configuration.Handler,
    architecture: Configuration.Architectures?.[0],
    memory: Configuration.MemorySize,
    timeout: Configuration.Timeout,
    environment: Configuration.Environment?.Variables ?? {},
    role: Configuration.Role,
    logGroup: Configuration.LoggingConfig?.LogGroup,
    logFormat: Configuration.LoggingConfig?.LogFormat,
    logLevel: Configuration.LoggingConfig?.ApplicationLogLevel ?? DEFAULTS.logLevel,
    tracing: Configuration.TracingConfig?.Mode === 'Active',
    reservedConcurrency: Concurrency?.ReservedConcurrentExecutions,
    vpc: observedVpc(Configuration.VpcConfig),
    layers: (Configuration.Layers ?? []).flatMap(({ Arn }) => Arn ?? []),
  };
}

/** One that was connected once has empty lists. */
function observedVpc({
  SubnetIds: subnets = [],
  SecurityGroupIds: securityGroups = [],
  Ipv6AllowedForDualStack: ipv6 = false,
}: VpcConfigResponse = {}): Property | undefined {
  return subnets.length > 0 ? vpcProperty({ subnets, securityGroups, ipv6 }) : undefined;
}

/** What UpdateFunctionConfiguration changes; architecture goes with the code, concurrency by itself. */
export const CONFIGURATION: readonly string[] = [
  'description',
  'runtime',
  'handler',
  'memory',
  'timeout',
  'environment',
  'role',
  'logGroup',
  'logFormat',
  'logLevel',
  'tracing',
  'vpc',
  'layers',
];
