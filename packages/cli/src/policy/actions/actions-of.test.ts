import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { callOf } from '../testing/given.ts';
import { actionsOf } from './actions-of.ts';
import { findAction } from './iam-actions.ts';
import { rules } from './rules/all-rules.ts';

const names = async (...call: Parameters<typeof callOf>) =>
  (await actionsOf(callOf(...call)))?.map(({ name }) => name);

describe('actionsOf', () => {
  it.each([
    ['dynamodb', 'PutItem', {}, ['dynamodb:PutItem']],
    ['dynamodb', 'BatchWriteItem', {}, ['dynamodb:BatchWriteItem']],
    ['dynamodb', 'TransactWriteItems', { part: 'Update' }, ['dynamodb:UpdateItem']],
    [
      'dynamodb',
      'TransactWriteItems',
      {},
      ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    ],
    ['dynamodb', 'TransactGetItems', {}, ['dynamodb:GetItem']],
    ['dynamodb', 'ExecuteStatement', { part: 'SELECT' }, ['dynamodb:PartiQLSelect']],
    ['dynamodb-streams', 'GetRecords', {}, ['dynamodb:GetRecords']],
    ['s3', 'HeadObject', {}, ['s3:GetObject']],
    ['s3', 'HeadBucket', {}, ['s3:ListBucket']],
    ['s3', 'ListObjectsV2', {}, ['s3:ListBucket']],
    ['s3', 'PutObject', { inputs: ['Bucket', 'Key', 'Body'] }, ['s3:PutObject']],
    [
      's3',
      'PutObject',
      { inputs: ['Tagging', 'ACL'] },
      ['s3:PutObject', 's3:PutObjectTagging', 's3:PutObjectAcl'],
    ],
    ['s3', 'UploadPart', {}, ['s3:PutObject']],
    ['s3', 'AbortMultipartUpload', {}, ['s3:AbortMultipartUpload']],
    ['s3', 'DeleteObjects', {}, ['s3:DeleteObject']],
    ['s3', 'GetObject', { inputs: ['VersionId'] }, ['s3:GetObject', 's3:GetObjectVersion']],
    ['s3', 'CopyObject', { part: 'CopySource' }, ['s3:GetObject', 's3:GetObjectTagging']],
    ['lambda', 'Invoke', {}, ['lambda:InvokeFunction']],
    ['apigatewaymanagementapi', 'PostToConnection', {}, ['execute-api:ManageConnections']],
    ['ses', 'SendRawEmail', {}, ['ses:SendRawEmail']],
    ['sesv2', 'SendEmail', { part: 'Simple' }, ['ses:SendEmail']],
    ['sesv2', 'SendEmail', {}, ['ses:SendEmail', 'ses:SendRawEmail']],
    ['sqs', 'SendMessageBatch', {}, ['sqs:SendMessage']],
    ['sns', 'PublishBatch', {}, ['sns:Publish']],
    ['eventbridge', 'PutEvents', {}, ['events:PutEvents']],
    ['sfn', 'StartExecution', {}, ['states:StartExecution']],
    ['cloudwatch-logs', 'FilterLogEvents', {}, ['logs:FilterLogEvents']],
    ['cognito-identity-provider', 'AdminGetUser', {}, ['cognito-idp:AdminGetUser']],
    ['secrets-manager', 'GetSecretValue', {}, ['secretsmanager:GetSecretValue']],
    ['ssm', 'GetParametersByPath', {}, ['ssm:GetParametersByPath']],
    ['bedrock-runtime', 'Converse', {}, ['bedrock:InvokeModel']],
    ['kms', 'GenerateDataKey', {}, ['kms:GenerateDataKey']],
    ['api-gateway', 'GetRestApis', {}, ['apigateway:GET']],
    ['apigatewayv2', 'CreateApi', {}, ['apigateway:POST']],
    ['keyspaces', 'UpdateTable', {}, ['cassandra:Alter']],
    ['cognito-identity-provider', 'GetUserAuthFactors', {}, []],
    ['dynamodb', 'NoSuchOperation', {}, undefined],
  ] as const)('%s %s %o needs %o', async (client, operation, parts, expected) => {
    expect(await names(client, operation, parts)).toEqual(expected);
  });

  it('holds no rule with an action that IAM does not have', async () => {
    const actions = Object.values(rules)
      .flatMap((ofClient) => Object.values(ofClient))
      .flatMap((rule) => [
        ...rule.needs,
        ...Object.values(rule.with ?? {}).flat(),
        ...Object.values(rule.parts ?? {}).flat(),
      ]);
    const unknown = await Promise.all(actions.map(async (name) => ((await findAction(name)) ? [] : [name])));
    expect(unknown.flat()).toEqual([]);
  });

  // The bulk operations are newer than IAM's list. `conformance/operations.test.ts` walks all clients.
  const left = /Bulk(Operation|PutItem)/;

  it.each(['dynamodb', 's3', 'ses'])('knows the action of every operation of client-%s', async (client) => {
    const exported: object = await import(`@aws-sdk/client-${client}`);
    const operations = Object.keys(exported).flatMap((name) => /^(\w+)Command$/.exec(name)?.[1] ?? []);
    expect(operations.length).toBeGreaterThan(50);
    const unknown = await Promise.all(
      operations.map(async (operation) => ((await names(client, operation)) ? [] : [operation])),
    );
    expect(unknown.flat().filter((operation) => !left.test(operation))).toEqual([]);
  });
});

test("every action that the framework's types offer is one of IAM's", async () => {
  const file = new URL('../../../../framework/src/sources/action.ts', import.meta.url);
  const lists = readFileSync(file, 'utf8').matchAll(/Of<\s*'([\w-]+)',([^>]+)>/g);
  const offered = [...lists].flatMap(([, service, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, name]) => `${service}:${name}`),
  );
  expect(offered.length).toBeGreaterThan(80);
  const found = await Promise.all(offered.map(findAction));
  expect(found.map((action) => action?.name)).toEqual(offered);
});
