import type { Evaluation } from '../values/evaluation.ts';
import { type Facts, none, only } from '../values/fact.ts';
import { inputAt } from './input.ts';
import type { LibraryCall } from './library-call.ts';

/** A function whose first argument is the one input that tells which resource is meant. */
const first = (client: string, operations: readonly string[], input: string): LibraryCall => ({
  operations: () => operations.map((operation) => ({ client: `@aws-sdk/client-${client}`, operation })),
  input: (_evaluation: Evaluation, [name = none]: readonly Facts[]) =>
    only({ is: 'parts', parts: { [input]: name } }),
});

/** A class whose options name a table. */
const onTable = (...operations: readonly string[]): LibraryCall => ({
  operations: () => operations.map((operation) => ({ client: '@aws-sdk/client-dynamodb', operation })),
  input: (evaluation, [options = none]) =>
    only({ is: 'parts', parts: { TableName: inputAt(evaluation, options, ['tableName']) } }),
});

const parameter = first('ssm', ['GetParameter'], 'Name');
const below = first('ssm', ['GetParametersByPath'], 'Path');
const byName = first('ssm', ['GetParameters'], 'Names');
const set = first('ssm', ['PutParameter'], 'Name');
const secret = first('secrets-manager', ['GetSecretValue'], 'SecretId');
const appConfig = first('appconfigdata', ['StartConfigurationSession', 'GetLatestConfiguration'], 'Name');

const parameters = '@aws-lambda-powertools/parameters';

/**
 * What Powertools asks AWS for the code that uses it.
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/parameters/
 * https://docs.aws.amazon.com/powertools/typescript/latest/features/idempotency/
 */
export const powertoolsCalls: Readonly<Record<string, LibraryCall>> = {
  [`${parameters} getParameter`]: parameter,
  [`${parameters} getParameters`]: below,
  [`${parameters} getParametersByName`]: byName,
  [`${parameters} setParameter`]: set,
  [`${parameters} SSMProvider.get`]: parameter,
  [`${parameters} SSMProvider.getMultiple`]: below,
  [`${parameters} SSMProvider.getParametersByName`]: byName,
  [`${parameters} SSMProvider.set`]: set,
  [`${parameters} getSecret`]: secret,
  [`${parameters} SecretsProvider.get`]: secret,
  [`${parameters} getAppConfig`]: appConfig,
  [`${parameters} AppConfigProvider.get`]: appConfig,
  // A provider is asked by key or for a whole partition; which one shows only at its methods.
  [`${parameters} DynamoDBProvider`]: onTable('GetItem', 'Query'),
  '@aws-lambda-powertools/idempotency DynamoDBPersistenceLayer': onTable(
    'GetItem',
    'PutItem',
    'UpdateItem',
    'DeleteItem',
  ),
};
