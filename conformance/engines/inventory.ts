import { APIGatewayClient, GetRestApisCommand } from '@aws-sdk/client-api-gateway';
import {
  ApiGatewayV2Client,
  GetApisCommand,
  GetIntegrationsCommand,
  GetRoutesCommand,
} from '@aws-sdk/client-apigatewayv2';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import {
  GetPolicyCommand,
  LambdaClient,
  ListEventSourceMappingsCommand,
  ListFunctionsCommand,
} from '@aws-sdk/client-lambda';
import { GetBucketNotificationConfigurationCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { ListSubscriptionsCommand, ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Engine } from './engine.ts';

/** What there is in an engine, by service, as names that are the same in every engine. */
export type Inventory = Readonly<Record<string, readonly string[]>>;

/** Lists everything of the kinds that an app is made of: what is there twice stands there twice. */
export async function inventoryOf({ client }: Engine): Promise<Inventory> {
  const lambda = new LambdaClient(client);
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand({}));
  const functions = Functions.map(({ FunctionName = '' }) => FunctionName).sort();
  const mappings = await lambda.send(new ListEventSourceMappingsCommand({}));
  const { Roles = [] } = await new IAMClient(client).send(new ListRolesCommand({}));
  const { logGroups = [] } = await new CloudWatchLogsClient(client).send(new DescribeLogGroupsCommand({}));
  const schedules = await new SchedulerClient(client).send(new ListSchedulesCommand({}));
  const { Rules = [] } = await new EventBridgeClient(client).send(new ListRulesCommand({}));
  const { TableNames = [] } = await new DynamoDBClient(client).send(new ListTablesCommand({}));
  const { QueueUrls = [] } = await new SQSClient(client).send(new ListQueuesCommand({}));
  const sns = new SNSClient(client);
  const { Topics = [] } = await sns.send(new ListTopicsCommand({}));
  const { Subscriptions = [] } = await sns.send(new ListSubscriptionsCommand({}));
  const rest = await new APIGatewayClient(client).send(new GetRestApisCommand({}));
  return {
    functions,
    permissions: (await Promise.all(functions.map((name) => permissionsOf(lambda, name)))).flat().sort(),
    mappings: (mappings.EventSourceMappings ?? [])
      .map(
        ({ EventSourceArn = '', FunctionArn = '' }) => `${lastOf(EventSourceArn)} → ${lastOf(FunctionArn)}`,
      )
      .sort(),
    roles: Roles.map(({ RoleName = '' }) => RoleName).sort(),
    logGroups: logGroups.map(({ logGroupName = '' }) => logGroupName).sort(),
    schedules: (schedules.Schedules ?? []).map(({ GroupName, Name }) => `${GroupName}/${Name}`).sort(),
    rules: Rules.map(({ Name = '' }) => Name).sort(),
    tables: [...TableNames].sort(),
    queues: QueueUrls.map(lastOf).sort(),
    topics: Topics.map(({ TopicArn = '' }) => lastOf(TopicArn)).sort(),
    subscriptions: Subscriptions.map(
      ({ TopicArn = '', Endpoint = '' }) => `${lastOf(TopicArn)} → ${lastOf(Endpoint)}`,
    ).sort(),
    restApis: (rest.items ?? []).map(({ name = '' }) => name).sort(),
    ...(await httpApis(new ApiGatewayV2Client(client))),
    ...(await buckets(new S3Client({ ...client, forcePathStyle: true }))),
  };
}

/** The names, after the last colon or slash; a stream's own part is a time. */
const lastOf = (arn: string) =>
  arn
    .replace(/\/stream\/.*$/, '')
    .split(/[:/]/)
    .at(-1) ?? '';

async function permissionsOf(lambda: LambdaClient, name: string): Promise<readonly string[]> {
  const answer = await lambda.send(new GetPolicyCommand({ FunctionName: name })).catch(() => undefined);
  const { Statement = [] } = JSON.parse(answer?.Policy ?? '{}') as { Statement?: readonly { Sid: string }[] };
  // A Sid ends in a hash of what calls, which has an id that is another one each time.
  return Statement.map(({ Sid }) => `${name} ${Sid.replace(/-[0-9a-f]{12}$/, '')}`);
}

async function httpApis(gateway: ApiGatewayV2Client) {
  const { Items = [] } = await gateway.send(new GetApisCommand({}));
  const parts = Items.map(async ({ ApiId, Name = '' }) => {
    const [routes, integrations] = await Promise.all([
      gateway.send(new GetRoutesCommand({ ApiId })),
      gateway.send(new GetIntegrationsCommand({ ApiId })),
    ]);
    return {
      name: Name,
      routes: (routes.Items ?? []).map(({ RouteKey = '' }) => `${Name} ${RouteKey}`),
      integrations: (integrations.Items ?? []).map(
        ({ IntegrationUri = '' }) => `${Name} ${lastOf(IntegrationUri)}`,
      ),
    };
  });
  const apis = await Promise.all(parts);
  return {
    httpApis: apis.map(({ name }) => name).sort(),
    httpRoutes: apis.flatMap(({ routes }) => routes).sort(),
    httpIntegrations: apis.flatMap(({ integrations }) => integrations).sort(),
  };
}

async function buckets(s3: S3Client) {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const names = Buckets.map(({ Name = '' }) => Name).sort();
  const notifications = names.map(async (Bucket) => {
    const found = await s3.send(new GetBucketNotificationConfigurationCommand({ Bucket }));
    return (found.LambdaFunctionConfigurations ?? []).map(
      ({ Id, LambdaFunctionArn = '' }) => `${Bucket} ${Id} → ${lastOf(LambdaFunctionArn)}`,
    );
  });
  return { buckets: names, notifications: (await Promise.all(notifications)).flat().sort() };
}
