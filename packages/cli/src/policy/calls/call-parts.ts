import type { ResourceKind } from '@tankard/framework/manifest';
import type { SdkCall } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { either, type Facts } from '../values/fact.ts';
import { indexesOf, statementIndexes } from './indexes.ts';
import { inputAt, inputKeys, resourceKeys, resourcesIn } from './input.ts';
import type { Operation } from './operations.ts';
import { statementVerbs } from './partiql.ts';

/** One part of a call with what it names; most operations have one part without a name. */
export type CallPart = Pick<SdkCall, 'part' | 'resources' | 'indexes'>;

/** Where the input of a client's operations names a resource. */
const inputs: Readonly<Record<string, { readonly kind: ResourceKind; readonly names: readonly string[] }>> = {
  '@aws-sdk/client-dynamodb': { kind: 'table', names: ['TableName', 'TableArn', 'ResourceArn'] },
  '@aws-sdk/client-dynamodb-streams': { kind: 'table', names: ['TableName', 'StreamArn'] },
  '@aws-sdk/client-kinesis': { kind: 'stream', names: ['StreamName', 'StreamARN'] },
  '@aws-sdk/client-s3': { kind: 'bucket', names: ['Bucket'] },
  '@aws-sdk/client-secrets-manager': { kind: 'secret', names: ['SecretId', 'SecretIdList'] },
  '@aws-sdk/client-sns': { kind: 'topic', names: ['TopicArn', 'TargetArn'] },
  '@aws-sdk/client-sqs': { kind: 'queue', names: ['QueueUrl'] },
};

/** The parts of a call and the resources that each names. */
export function callParts(
  evaluation: Evaluation,
  { client, operation }: Operation,
  input: Facts,
): readonly CallPart[] {
  switch (operation) {
    case 'TransactWriteItems':
      return transactionParts(evaluation, input);
    case 'TransactGetItems':
      return [{ resources: tablesAt(evaluation, input, ['TransactItems', '[]', 'Get', 'TableName']) }];
    case 'BatchGetItem':
    case 'BatchWriteItem':
      return [{ resources: batchTables(evaluation, input) }];
    case 'ExecuteStatement':
    case 'BatchExecuteStatement':
    case 'ExecuteTransaction':
      return client === '@aws-sdk/client-dynamodb' ? statementParts(evaluation, operation, input) : [{}];
    case 'CopyObject':
    case 'UploadPartCopy':
      return ['CopySource', 'Bucket'].map((part) => ({
        part,
        resources: resourcesIn(evaluation, inputAt(evaluation, input, [part]), 'bucket'),
      }));
    case 'SendEmail':
      return client === '@aws-sdk/client-sesv2' ? mailParts(evaluation, input) : [{}];
    default: {
      const indexes = client === '@aws-sdk/client-dynamodb' ? indexesOf(evaluation, input) : undefined;
      return [{ resources: namedResources(evaluation, client, input), indexes }];
    }
  }
}

function namedResources(evaluation: Evaluation, client: string, input: Facts): CallPart['resources'] {
  const where = inputs[client];
  if (!where) return undefined;
  const named = either(where.names.map((name) => inputAt(evaluation, input, [name])));
  return resourcesIn(evaluation, named, where.kind);
}

const tablesAt = (evaluation: Evaluation, input: Facts, path: readonly string[]) =>
  resourcesIn(evaluation, inputAt(evaluation, input, path), 'table');

const batchTables = (evaluation: Evaluation, input: Facts) =>
  resourcesIn(evaluation, resourceKeys(evaluation, inputAt(evaluation, input, ['RequestItems'])), 'table');

function transactionParts(evaluation: Evaluation, input: Facts): readonly CallPart[] {
  const items = inputAt(evaluation, input, ['TransactItems', '[]']);
  const kinds = inputKeys(evaluation, items)?.filter((key) =>
    /^(Put|Update|Delete|ConditionCheck)$/.test(key),
  );
  if (!kinds || kinds.length === 0) return [{}];
  return kinds.map((part) => ({
    part,
    resources: tablesAt(evaluation, items, [part, 'TableName']),
  }));
}

function statementParts(evaluation: Evaluation, operation: string, input: Facts): readonly CallPart[] {
  const list = { BatchExecuteStatement: 'Statements', ExecuteTransaction: 'TransactStatements' }[operation];
  const texts = inputAt(evaluation, input, list === undefined ? ['Statement'] : [list, '[]', 'Statement']);
  const resources = resourcesIn(evaluation, texts, 'table');
  const indexes = statementIndexes(texts);
  return (statementVerbs(texts) ?? [undefined]).map((part) => ({ part, resources, indexes }));
}

function mailParts(evaluation: Evaluation, input: Facts): readonly CallPart[] {
  const forms = inputKeys(evaluation, inputAt(evaluation, input, ['Content']));
  const known = forms?.filter((form) => /^(Simple|Raw|Template)$/.test(form)) ?? [];
  return known.length > 0 ? known.map((part) => ({ part })) : [{}];
}
