import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2Client } from '@aws-sdk/client-apigatewayv2';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { KinesisClient } from '@aws-sdk/client-kinesis';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { STSClient } from '@aws-sdk/client-sts';
import { type CallMiddleware, type CallStack, callMiddleware } from './call-middleware.ts';
import { clientConfig } from './client-config.ts';
import { callRetries } from './retries.ts';
import type { AwsSettings } from './settings.ts';

/** AWS's services, each loaded when it is first asked for. The same client every time. */
export interface Clients {
  apiGateway(): Promise<APIGatewayClient>;
  apiGatewayV2(): Promise<ApiGatewayV2Client>;
  dynamodb(): Promise<DynamoDBClient>;
  eventBridge(): Promise<EventBridgeClient>;
  iam(): Promise<IAMClient>;
  kinesis(): Promise<KinesisClient>;
  lambda(): Promise<LambdaClient>;
  logs(): Promise<CloudWatchLogsClient>;
  route53(): Promise<Route53Client>;
  s3(): Promise<S3Client>;
  scheduler(): Promise<SchedulerClient>;
  secretsManager(): Promise<SecretsManagerClient>;
  ses(): Promise<SESv2Client>;
  sns(): Promise<SNSClient>;
  sqs(): Promise<SQSClient>;
  sts(): Promise<STSClient>;
  /** Ends their connections. */
  destroy(): void;
}

/** The only maker of SDK clients: one a service, with our retries, throttle, certificates and endpoints. */
export function createClients(settings: AwsSettings): Clients {
  const { maxAttempts, ...common } = clientConfig(settings);
  const config = { ...common, retryStrategy: callRetries(maxAttempts) };
  const around = callMiddleware();
  const made = new Map<string, Promise<Destroyable>>();
  const lazily =
    <Client extends Destroyable>(service: string, make: () => Promise<Client>) =>
    (): Promise<Client> => {
      const known = made.get(service) ?? make().then((client) => withCalls(client, around));
      made.set(service, known);
      // One service has one maker, so what is stored under its name is its client.
      return known as Promise<Client>;
    };
  return {
    apiGateway: lazily(
      'api-gateway',
      async () => new (await import('@aws-sdk/client-api-gateway')).APIGatewayClient(config),
    ),
    apiGatewayV2: lazily(
      'apigatewayv2',
      async () => new (await import('@aws-sdk/client-apigatewayv2')).ApiGatewayV2Client(config),
    ),
    dynamodb: lazily(
      'dynamodb',
      async () => new (await import('@aws-sdk/client-dynamodb')).DynamoDBClient(config),
    ),
    eventBridge: lazily(
      'eventbridge',
      async () => new (await import('@aws-sdk/client-eventbridge')).EventBridgeClient(config),
    ),
    iam: lazily('iam', async () => new (await import('@aws-sdk/client-iam')).IAMClient(config)),
    kinesis: lazily(
      'kinesis',
      async () => new (await import('@aws-sdk/client-kinesis')).KinesisClient(config),
    ),
    lambda: lazily('lambda', async () => new (await import('@aws-sdk/client-lambda')).LambdaClient(config)),
    logs: lazily(
      'cloudwatch-logs',
      async () => new (await import('@aws-sdk/client-cloudwatch-logs')).CloudWatchLogsClient(config),
    ),
    route53: lazily(
      'route-53',
      async () => new (await import('@aws-sdk/client-route-53')).Route53Client(config),
    ),
    s3: lazily('s3', async () => new (await import('@aws-sdk/client-s3')).S3Client(config)),
    scheduler: lazily(
      'scheduler',
      async () => new (await import('@aws-sdk/client-scheduler')).SchedulerClient(config),
    ),
    secretsManager: lazily(
      'secrets-manager',
      async () => new (await import('@aws-sdk/client-secrets-manager')).SecretsManagerClient(config),
    ),
    ses: lazily('sesv2', async () => new (await import('@aws-sdk/client-sesv2')).SESv2Client(config)),
    sns: lazily('sns', async () => new (await import('@aws-sdk/client-sns')).SNSClient(config)),
    sqs: lazily('sqs', async () => new (await import('@aws-sdk/client-sqs')).SQSClient(config)),
    sts: lazily('sts', async () => new (await import('@aws-sdk/client-sts')).STSClient(config)),
    destroy: () => {
      for (const client of made.values()) void client.then((one) => one.destroy());
    },
  };
}

interface Destroyable {
  readonly middlewareStack: object;
  destroy(): void;
}

function withCalls<Client extends Destroyable>(client: Client, around: CallMiddleware): Client {
  // Each client types its stack by its own calls; this middleware looks at none of them.
  around(client.middlewareStack as CallStack);
  return client;
}
