import {
  ApiGatewayManagementApiClient,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateScheduleCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { GetParameterCommand, GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { app, type Input, jobs, key, partner } from './service.ts';

/**
 * Another function, by its name.
 *
 * - lambda:InvokeFunction on lambda:function:billing
 */
export const invokes = app.lambda(({ text }: Input) =>
  new LambdaClient().send(new InvokeCommand({ FunctionName: 'billing', Payload: text })),
);

/**
 * A state machine, by its ARN.
 *
 * - states:StartExecution on arn:aws:states:eu-west-1:123456789012:stateMachine:fulfil
 */
export const startsExecution = app.lambda(({ text }: Input) =>
  new SFNClient().send(
    new StartExecutionCommand({
      stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:fulfil',
      input: text,
    }),
  ),
);

/**
 * A parameter of Systems Manager, by its name.
 *
 * - ssm:GetParameter on ssm:parameter/corpus/limit
 */
export const readsParameter = app.lambda(() =>
  new SSMClient().send(new GetParameterCommand({ Name: '/corpus/limit' })),
);

/**
 * Parameters below a path.
 *
 * - ssm:GetParametersByPath on ssm:parameter/corpus, ssm:parameter/corpus/*
 */
export const readsParameters = app.lambda(() =>
  new SSMClient().send(new GetParametersByPathCommand({ Path: '/corpus/' })),
);

/**
 * A secret, as the framework reads it.
 *
 * - secretsmanager:GetSecretValue on Key
 */
export const readsSecret = app.lambda(async () => (await key.value()).length);

/**
 * A secret, as the SDK reads it.
 *
 * - secretsmanager:GetSecretValue on Key
 */
export const fetchesSecret = app.lambda(() =>
  new SecretsManagerClient().send(new GetSecretValueCommand({ SecretId: key.arn })),
);

/**
 * A role whose ARN is a parameter of the app.
 *
 * - sts:AssumeRole on {PartnerRole}
 */
export const assumesRole = app.lambda(({ id }: Input) =>
  new STSClient().send(new AssumeRoleCommand({ RoleArn: partner.value, RoleSessionName: id })),
);

/**
 * Nobody needs a right to ask who he is, and STS gives it to everyone.
 *
 * - sts:GetCallerIdentity on *
 */
export const asksWho = app.lambda(() => new STSClient().send(new GetCallerIdentityCommand({})));

/**
 * A schedule, by its group and name, and the role that it runs with.
 *
 * - iam:PassRole on {PartnerRole} if StringEquals iam:PassedToService scheduler.amazonaws.com
 * - scheduler:CreateSchedule on scheduler:schedule/default/*
 */
export const schedulesMessage = app.lambda(({ id, text }: Input) =>
  new SchedulerClient().send(
    new CreateScheduleCommand({
      Name: id,
      ScheduleExpression: 'rate(1 day)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: jobs.arn, RoleArn: partner.value, Input: text },
    }),
  ),
);

/**
 * A key that is known by its ARN.
 *
 * - kms:GenerateDataKey on arn:aws:kms:eu-west-1:123456789012:key/0b7e
 */
export const makesKey = app.lambda(() =>
  new KMSClient().send(
    new GenerateDataKeyCommand({
      KeyId: 'arn:aws:kms:eu-west-1:123456789012:key/0b7e',
      KeySpec: 'AES_256',
    }),
  ),
);

/**
 * Connections of an API that the code only meets when it runs: permissions say which.
 *
 * - execute-api:ManageConnections on arn:aws:execute-api:eu-west-1:123456789012:abc123/live/POST/@connections/*
 */
export const posts = app.lambda(
  {
    permissions: [
      {
        actions: ['execute-api:ManageConnections'],
        resources: ['arn:aws:execute-api:eu-west-1:123456789012:abc123/live/POST/@connections/*'],
      },
    ],
  },
  ({ id, text = '' }: Input) =>
    new ApiGatewayManagementApiClient({ endpoint: process.env.CONNECTIONS ?? '' }).send(
      new PostToConnectionCommand({ ConnectionId: id, Data: text }),
    ),
);
