import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DeleteFunctionConcurrencyCommand,
  type FunctionConfiguration,
  GetFunctionCommand,
  type LambdaClient,
  PutFunctionConcurrencyCommand,
  paginateListFunctions,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
  type UpdateFunctionConfigurationCommandInput,
} from '@aws-sdk/client-lambda';
import { unless, unlessAbsent } from '../../aws/error-name.ts';
import { settledFunction, whenReady } from '../../aws/settled-function.ts';
import type { Known } from '../known.ts';
import { isOwned, nameStart, tagChanges } from '../ownership.ts';
import type { Facts, Found, Reconciler } from '../reconciler.ts';
import { sha256Of, withCode } from './code.ts';
import type { FunctionModel } from './model.ts';
import { CONFIGURATION, observedProperties, wantedProperties } from './properties.ts';

type Model = Known<FunctionModel>;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
export const functionReconciler: Reconciler<'function'> = {
  replaces: [],
  key: ({ physicalName }) => ({ name: physicalName }),
  wanted: (model, { tags }) => ({ ...wantedProperties(model), code: model.code.digest, tags }),

  async observe({ key, model, recorded }, context) {
    const lambda = await context.clients.lambda();
    const answer = await unlessAbsent(lambda.send(new GetFunctionCommand({ FunctionName: key.name })));
    if (!answer?.Configuration) return undefined;
    const sha256 = answer.Configuration.CodeSha256 ?? '';
    const told = recorded?.facts?.sha256 === sha256;
    // Nobody wrote down what Lambda has: it is ours where it is the very zip that we have.
    const same = !told && model && sha256 === sha256Of(await context.zip(model.code.zip));
    const facts = same ? { sha256, digest: model.code.digest } : recorded?.facts;
    return {
      attributes: attributesOf(answer.Configuration),
      properties: {
        ...observedProperties(answer),
        code: facts?.sha256 === sha256 ? facts.digest : `sha256 ${sha256}`,
        tags: context.ownTags(answer.Tags ?? {}),
      },
      tags: answer.Tags ?? {},
      facts,
    };
  },

  async ensure(model, context) {
    const { tags, signal } = context;
    const lambda = await context.clients.lambda();
    const zip = await context.zip(model.code.zip);
    const made = await withCode(zip, context, (Code) => {
      const input = {
        ...configurationInput(model),
        Architectures: [model.architecture],
        Code,
        Tags: { ...tags },
      };
      const create = () => lambda.send(new CreateFunctionCommand(input));
      return unless(whenReady(create, { signal }), ['ResourceConflictException']);
    });
    await settledFunction(lambda, model.physicalName, { signal });
    if (!made) return undefined;
    if (model.reservedConcurrency !== undefined) await reserve(lambda, model, signal);
    return { attributes: attributesOf(made), facts: factsOf(model, made) };
  },

  async sync({ model, observed, changed }, context) {
    const { clients, tags, signal, ownTags } = context;
    const lambda = await clients.lambda();
    const { physicalName: FunctionName, architecture } = model;
    if (CONFIGURATION.some((name) => changed.has(name))) {
      const update = new UpdateFunctionConfigurationCommand(configurationInput(model));
      await whenReady(() => lambda.send(update), { signal });
      await settledFunction(lambda, FunctionName, { signal });
    }
    let facts = observed.facts;
    if (changed.has('code') || changed.has('architecture')) {
      const zip = await context.zip(model.code.zip);
      const updated = await withCode(zip, context, (code) => {
        const update = { FunctionName, ...code, Architectures: [architecture] };
        return whenReady(() => lambda.send(new UpdateFunctionCodeCommand(update)), { signal });
      });
      facts = factsOf(model, updated);
      await settledFunction(lambda, FunctionName, { signal });
    }
    if (changed.has('reservedConcurrency')) await reserve(lambda, model, signal);
    if (changed.has('tags')) {
      const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
      const Resource = observed.attributes.arn;
      if (Object.keys(set).length > 0) await lambda.send(new TagResourceCommand({ Resource, Tags: set }));
      if (gone.length > 0) await lambda.send(new UntagResourceCommand({ Resource, TagKeys: [...gone] }));
    }
    return { attributes: observed.attributes, facts };
  },

  async remove({ key }, { clients, signal }) {
    const lambda = await clients.lambda();
    const call = () => lambda.send(new DeleteFunctionCommand({ FunctionName: key.name }));
    await unlessAbsent(whenReady(call, { signal }));
  },

  async list({ clients, scope }) {
    const lambda = await clients.lambda();
    const found: Found[] = [];
    for await (const { Functions = [] } of paginateListFunctions({ client: lambda }, {})) {
      for (const { FunctionName: name = '' } of Functions) {
        if (!name.startsWith(nameStart(scope))) continue;
        const answer = await unlessAbsent(lambda.send(new GetFunctionCommand({ FunctionName: name })));
        if (!answer?.Configuration || !isOwned(answer.Tags ?? {}, scope)) continue;
        found.push({ kind: 'function', name, key: { name }, attributes: attributesOf(answer.Configuration) });
      }
    }
    return found;
  },
};

function attributesOf({ FunctionArn: arn = '', FunctionName: name = '' }: FunctionConfiguration) {
  return { arn, name };
}

/** Ties what we call the code to what AWS calls it: deflate's bytes may differ between two machines. */
function factsOf({ code }: Model, { CodeSha256: sha256 = '' }: FunctionConfiguration): Facts {
  return { sha256, digest: code.digest };
}

async function reserve(lambda: LambdaClient, model: Model, signal: AbortSignal): Promise<void> {
  const { physicalName: FunctionName, reservedConcurrency: ReservedConcurrentExecutions } = model;
  if (ReservedConcurrentExecutions === undefined) {
    const remove = () => lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
    await unlessAbsent(whenReady(remove, { signal }));
  } else {
    const put = new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions });
    await whenReady(() => lambda.send(put), { signal });
  }
}

/** A function's configuration as CreateFunction and UpdateFunctionConfiguration take it. */
function configurationInput(
  model: Model,
): UpdateFunctionConfigurationCommandInput & { FunctionName: string; Role: string } {
  return {
    FunctionName: model.physicalName,
    Description: model.description ?? '',
    Runtime: model.runtime as 'nodejs24.x',
    Handler: model.handler,
    MemorySize: model.memory,
    Timeout: model.timeout,
    Environment: { Variables: model.environment },
    Role: model.role,
    LoggingConfig: {
      LogFormat: 'JSON',
      ApplicationLogLevel: model.logLevel,
      LogGroup: model.logGroup,
    },
    TracingConfig: { Mode: model.tracing ? 'Active' : 'PassThrough' },
    Layers: [...model.layers],
    // Empty lists take the function out of its network; nothing would leave it there.
    VpcConfig: {
      SubnetIds: [...(model.vpc?.subnets ?? [])],
      SecurityGroupIds: [...(model.vpc?.securityGroups ?? [])],
      Ipv6AllowedForDualStack: model.vpc?.ipv6 ?? false,
    },
  };
}
