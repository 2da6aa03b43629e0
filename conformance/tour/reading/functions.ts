import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  ListRolesCommand,
} from '@aws-sdk/client-iam';
import {
  GetFunctionCommand,
  GetFunctionUrlConfigCommand,
  GetPolicyCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
  ListLayersCommand,
  ListLayerVersionsCommand,
} from '@aws-sdk/client-lambda';
import type { Engine } from '../../engines/engine.ts';
import { orNone, type Reading, readEach } from './reading.ts';

/** Functions with who may call them, what polls for them, their roles and log groups. */
export async function readFunctions({ client }: Engine): Promise<Reading> {
  const lambda = new LambdaClient(client);
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand({}));
  return {
    ...(await readEach(Functions, async ({ FunctionName }) => {
      const { Configuration, Tags, Concurrency } = await lambda.send(
        new GetFunctionCommand({ FunctionName }),
      );
      const policy = await orNone(lambda.send(new GetPolicyCommand({ FunctionName })));
      const url = await orNone(lambda.send(new GetFunctionUrlConfigCommand({ FunctionName })));
      return [
        `function ${FunctionName}`,
        {
          Configuration,
          Tags,
          Concurrency,
          permissions: statementsOf(policy?.Policy),
          url: url && {
            ...url,
            FunctionUrl: 'its own',
            LastModifiedTime: 'a moment',
            CreationTime: 'a moment',
          },
        },
      ];
    })),
    ...(await readEach(EventSourceMappings, async (mapping) => {
      const { EventSourceArn = '', FunctionArn = '' } = mapping;
      // An empty destination is how Lambda is told of none.
      const destination = mapping.DestinationConfig?.OnFailure?.Destination || 'none';
      return [`mapping ${EventSourceArn} → ${FunctionArn}`, { ...mapping, DestinationConfig: destination }];
    })),
    ...(await readLayers(lambda)),
    ...(await readRoles(new IAMClient(client))),
    ...(await readLogGroups(new CloudWatchLogsClient(client))),
  };
}

/** What each version of a layer says of itself; their numbers go on for ever. */
async function readLayers(lambda: LambdaClient): Promise<Reading> {
  const { Layers = [] } = await lambda.send(new ListLayersCommand({}));
  return readEach(Layers, async ({ LayerName }) => {
    const { LayerVersions = [] } = await lambda.send(new ListLayerVersionsCommand({ LayerName }));
    const versions = LayerVersions.map(({ Version: _, LayerVersionArn: __, ...version }) => version);
    return [`layer ${LayerName}`, versions];
  });
}

/** A Sid ends in a hash of what calls, which has an id that is another one each time. */
function statementsOf(policy = '{}'): readonly unknown[] {
  const { Statement = [] } = JSON.parse(policy) as { Statement?: readonly { Sid: string }[] };
  return Statement.map((one) => ({ ...one, Sid: one.Sid.replace(/-[0-9a-f]{12}$/, '') }));
}

async function readRoles(iam: IAMClient): Promise<Reading> {
  const { Roles = [] } = await iam.send(new ListRolesCommand({}));
  return readEach(Roles, async ({ RoleName }) => {
    // The list leaves out tags and boundaries.
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const attached = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    const policies = await readEach(PolicyNames, async (PolicyName) => [
      PolicyName,
      documentOf((await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }))).PolicyDocument),
    ]);
    return [`role ${RoleName}`, { ...Role, policies, attached: attached.AttachedPolicies }];
  });
}

/** IAM gives its documents percent-encoded. */
const documentOf = (text = '%7B%7D'): unknown => JSON.parse(decodeURIComponent(text));

async function readLogGroups(logs: CloudWatchLogsClient): Promise<Reading> {
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
  return readEach(logGroups, async ({ logGroupName, retentionInDays, arn = '' }) => {
    const resourceArn = arn.replace(/:\*$/, '');
    const { tags } = await logs.send(new ListTagsForResourceCommand({ resourceArn }));
    return [`log group ${logGroupName}`, { retentionInDays, tags }];
  });
}
