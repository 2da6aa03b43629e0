import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import { getParameter, SSMProvider } from '@aws-lambda-powertools/parameters/ssm';
import { app, type Input, key, users } from './service.ts';

/**
 * A parameter of Systems Manager.
 *
 * - ssm:GetParameter on ssm:parameter/corpus/limit
 */
export const getsParameter = app.lambda(() => getParameter('/corpus/limit'));

/**
 * A provider of one's own.
 *
 * - ssm:GetParametersByPath on ssm:parameter/corpus, ssm:parameter/corpus/*
 */
export const getsParameters = app.lambda(() => new SSMProvider().getMultiple('/corpus'));

/**
 * A secret.
 *
 * - secretsmanager:GetSecretValue on Key
 */
export const getsSecret = app.lambda(() => getSecret(key.arn));

/**
 * The table where Powertools notes what was done already.
 *
 * - dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem on Users
 */
export const runsOnce = app.lambda(
  makeIdempotent(async ({ id }: Input) => id.length, {
    persistenceStore: new DynamoDBPersistenceLayer({ tableName: users.name }),
    config: new IdempotencyConfig({}),
  }),
);
