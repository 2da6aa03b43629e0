import type { ResourceKind } from '@tankard/framework/manifest';
import { join, pseudo, type Value } from '../resources/value.ts';

/** Kinds of declared resource that AWS knows by an ARN. */
export type ArnKind = Exclude<ResourceKind, 'parameter'>;

const own = (service: string, before: string): readonly Value[] => [
  'arn:',
  pseudo('partition'),
  `:${service}:`,
  pseudo('region'),
  ':',
  pseudo('accountId'),
  `:${before}`,
];

/** What stands before the name in the ARN of something in the app's own account and region. */
const PREFIXES: Readonly<Record<ArnKind, readonly Value[]>> = {
  table: own('dynamodb', 'table/'),
  bucket: ['arn:', pseudo('partition'), ':s3:::'],
  queue: own('sqs', ''),
  topic: own('sns', ''),
  stream: own('kinesis', 'stream/'),
  secret: own('secretsmanager', 'secret:'),
};

/** The ARN of something that is called `name`. */
export function arnOf(kind: ArnKind, name: Value): Value {
  return join(...PREFIXES[kind], name);
}

/** An ARN of the app's own account and region: `arn:…:events:…:rule/x`. */
export function ownArn(service: string, ...rest: readonly Value[]): Value {
  return join(...own(service, ''), ...rest);
}
