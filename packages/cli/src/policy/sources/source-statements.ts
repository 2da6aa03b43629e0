import type { HandlerDeclaration, StreamSettings } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../../build/functions.ts';
import type { Statement } from '../../resources/role/statement.ts';
import type { Value } from '../../resources/value.ts';
import type { ResourceArns } from '../context.ts';
import { below } from '../resources/arns-of.ts';
import type { Grant } from '../statements/grant.ts';
import { mergeGrants } from '../statements/merge.ts';

/** What the service needs to run a function, whatever its code does: logs, tracing, and what Lambda polls for it. */
export function sourceStatements(
  spec: FunctionSpec,
  context: { readonly arns: ResourceArns; readonly tracing?: boolean | undefined },
): readonly Statement[] {
  const { arns, tracing = false } = context;
  const grants = [
    ...grantAll(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      below(arns.logGroupArn(spec.name), ':*'),
      'logs',
    ),
    // X-Ray's two actions take no resource.
    ...(tracing ? grantAll(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], '*', 'tracing') : []),
    ...spec.handlers.flatMap((handler) => grantsOfSource(handler, arns)),
  ];
  return mergeGrants(grants);
}

function grantsOfSource({ name, trigger }: HandlerDeclaration, arns: ResourceArns): readonly Grant[] {
  switch (trigger.source) {
    case 'sqs':
      return grantAll(sqs, arns.arn(trigger.queue), `messages of ${trigger.queue.name}`);
    case 'dynamodb':
      return [
        ...grantAll(dynamodb, arns.streamArn(trigger.table), `records of ${trigger.table.name}`),
        // Lambda refuses the mapping without it, and IAM gives it no resource.
        ...grantAll(['dynamodb:ListStreams'], '*', `records of ${trigger.table.name}`),
        ...grantsOfFailures(name, trigger, arns),
      ];
    case 'kinesis':
      return [
        ...grantAll(kinesis, arns.arn(trigger.stream), `records of ${trigger.stream.name}`),
        ...grantsOfFailures(name, trigger, arns),
      ];
    default:
      return [];
  }
}

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const sqs = ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'];
/** https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-eventsourcemapping.html */
const dynamodb = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];
/** https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-create.html */
const kinesis = [
  'kinesis:DescribeStream',
  'kinesis:DescribeStreamSummary',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
];

function grantsOfFailures(
  handler: string,
  { onFailure }: StreamSettings,
  arns: ResourceArns,
): readonly Grant[] {
  if (onFailure === 'drop' || onFailure === 'block') return [];
  const text = `failures of ${handler}`;
  if (onFailure === 'own') return grantAll(['sqs:SendMessage'], arns.failureQueueArn(handler), text);
  const action = onFailure.kind === 'queue' ? 'sqs:SendMessage' : 'sns:Publish';
  return grantAll([action], arns.arn(onFailure), text);
}

function grantAll(actions: readonly string[], resource: Value, text: string): readonly Grant[] {
  return actions.map((action) => ({ action, resources: [resource], because: { text } }));
}
