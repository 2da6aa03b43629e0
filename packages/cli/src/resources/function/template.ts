import {
  attributeText,
  type CfnObject,
  type KindTemplate,
  refText,
  type TemplateContext,
  tagMap,
} from '../template.ts';
import type { FunctionModel } from './model.ts';

/** The only SAM resource, so that `sam build`, `sam deploy` and `aws cloudformation package` find the code. */
export const functionTemplate: KindTemplate<FunctionModel> = {
  suffix: 'Function',
  attributes: { arn: attributeText('Arn'), name: refText },
  render: (model, context) => ({
    [context.id]: { Type: 'AWS::Serverless::Function', Properties: properties(model, context) },
  }),
};

function properties(model: FunctionModel, context: TemplateContext): CfnObject {
  const { value } = context;
  const variables = Object.entries(model.environment).map(([name, one]) => [name, value(one)] as const);
  return {
    FunctionName: model.physicalName,
    Description: model.description,
    Runtime: model.runtime,
    Handler: model.handler,
    Architectures: [model.architecture],
    CodeUri: model.code.zip,
    MemorySize: model.memory,
    Timeout: model.timeout,
    Role: value(model.role),
    Environment: variables.length > 0 ? { Variables: Object.fromEntries(variables) } : undefined,
    LoggingConfig: {
      LogFormat: 'JSON',
      ApplicationLogLevel: model.logLevel,
      LogGroup: value(model.logGroup),
    },
    VpcConfig: model.vpc && {
      SubnetIds: model.vpc.subnets,
      SecurityGroupIds: model.vpc.securityGroups,
      Ipv6AllowedForDualStack: model.vpc.ipv6,
    },
    Tracing: model.tracing ? 'Active' : undefined,
    ReservedConcurrentExecutions: model.reservedConcurrency,
    Layers: model.layers.length > 0 ? value(model.layers) : undefined,
    Tags: tagMap(context),
  };
}
