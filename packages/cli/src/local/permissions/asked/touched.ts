import { LOCAL_API } from '../../app/resolve-value.ts';
import type { AskedCall } from './read-call.ts';

/** What a call touches: resources, and which part of the operation does; and what conditions may look at. */
export interface Touched {
  readonly arns: readonly string[];
  readonly part?: string | undefined;
  readonly context?: Readonly<Record<string, string>> | undefined;
}

/** Region and account of the ARNs. */
export interface Realm {
  readonly region: string;
  readonly account: string;
}

type Input = Readonly<Record<string, unknown>>;
type Reader = (operation: string, input: Input, realm: Realm) => readonly Touched[];

/** What a call touches, as the input of each service names it; all of the service where it names nothing. */
export function touchedBy({ client, operation, input }: AskedCall, realm: Realm): readonly Touched[] {
  const reader = READERS[client.replace('@aws-sdk/client-', '')];
  const touched = reader?.(operation, input, realm) ?? [];
  return touched.length > 0 ? touched : [{ arns: ['*'] }];
}

const READERS: Readonly<Record<string, Reader>> = {
  dynamodb: dynamodb,
  s3: s3,
  sqs: (_, { QueueUrl }, realm) =>
    one(QueueUrl, (url) => arn('sqs', url.slice(url.lastIndexOf('/') + 1), realm)),
  sns: (_, { TopicArn, TargetArn }) => one(TopicArn ?? TargetArn, (topic) => topic),
  kinesis: (_, { StreamName, StreamARN }, realm) =>
    StreamARN === undefined
      ? one(StreamName, (name) => arn('kinesis', `stream/${name}`, realm))
      : one(StreamARN, (stream) => stream),
  lambda: (_, { FunctionName }, realm) =>
    one(FunctionName, (name) =>
      arn('lambda', `function:${/function:([^:]+)/.exec(name)?.[1] ?? name.split(':')[0]}`, realm),
    ),
  apigatewaymanagementapi: connections,
  eventbridge: buses,
  'secrets-manager': (_, { SecretId }, realm) =>
    one(SecretId, (id) => (id.startsWith('arn:') ? id : arn('secretsmanager', `secret:${id}`, realm))),
  scheduler: (_, { Name, GroupName = 'default' }, realm) =>
    one(Name, (name) => arn('scheduler', `schedule/${String(GroupName)}/${name}`, realm)),
  ses: (_, input, realm) => mail(input.Source ?? senderOf(input['RawMessage.Data']), undefined, realm),
  sesv2: (_, input, realm) => mailOfVersion2(input, realm),
};

function arn(service: string, resource: string, { region, account }: Realm): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

function one(value: unknown, arnOf: (value: string) => string): readonly Touched[] {
  return typeof value === 'string' ? [{ arns: [arnOf(value)] }] : [];
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html */
function dynamodb(_: string, input: Input, realm: Realm): readonly Touched[] {
  const table = (name: unknown, index?: unknown) => {
    const whole = String(name).startsWith('arn:') ? String(name) : arn('dynamodb', `table/${name}`, realm);
    return typeof index === 'string' ? `${whole}/index/${index}` : whole;
  };
  const { TableName, IndexName, RequestItems, TransactItems, Statement, Statements, TransactStatements } =
    input;
  if (TableName !== undefined) return [{ arns: [table(TableName, IndexName)] }];
  if (RequestItems) return Object.keys(RequestItems).map((name) => ({ arns: [table(name)] }));
  if (Array.isArray(TransactItems)) {
    return TransactItems.flatMap((item: Readonly<Record<string, { TableName?: unknown }>>) =>
      Object.entries(item).map(([part, { TableName: name }]) => ({
        arns: [table(name)],
        part: part === 'Get' ? undefined : part,
      })),
    );
  }
  const statements = [Statement, ...listed(Statements), ...listed(TransactStatements)];
  return statements.flatMap((statement) => {
    const [, verb = '', name, index] =
      /^\s*(SELECT|INSERT|UPDATE|DELETE)\b[^"]*"([^"]+)"(?:\."([^"]+)")?/i.exec(String(statement)) ?? [];
    return name === undefined ? [] : [{ arns: [table(name, index)], part: verb.toUpperCase() }];
  });
}

const listed = (statements: unknown): readonly unknown[] =>
  Array.isArray(statements)
    ? statements.map(({ Statement }: { readonly Statement?: unknown }) => Statement)
    : [];

function s3(operation: string, { Bucket, Key, CopySource }: Input): readonly Touched[] {
  if (typeof Bucket !== 'string') return [];
  const object = `arn:aws:s3:::${Bucket}/${typeof Key === 'string' ? Key : '*'}`;
  if (typeof CopySource === 'string') {
    const source = decodeURIComponent(CopySource.replace(/^\//, '').replace(/\?.*$/, ''));
    const write = { arns: [object], part: operation === 'CopyObject' ? 'Bucket' : undefined };
    return [{ arns: [`arn:aws:s3:::${source}`], part: 'CopySource' }, write];
  }
  return [
    { arns: [typeof Key === 'string' || operation === 'DeleteObjects' ? object : `arn:aws:s3:::${Bucket}`] },
  ];
}

function buses(operation: string, { Entries }: Input, realm: Realm): readonly Touched[] {
  if (operation !== 'PutEvents' || !Array.isArray(Entries)) return [];
  const names = Entries.map(
    ({ EventBusName = 'default' }: { readonly EventBusName?: string }) => EventBusName,
  );
  return [...new Set(names)].map((name) => ({
    arns: [name.startsWith('arn:') ? name : arn('events', `event-bus/${name}`, realm)],
  }));
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html */
function connections(operation: string, { Path }: Input, realm: Realm): readonly Touched[] {
  const method = { GetConnection: 'GET', DeleteConnection: 'DELETE' }[operation] ?? 'POST';
  return one(Path, (path) => arn('execute-api', `${LOCAL_API}/${path.replace('/', `/${method}/`)}`, realm));
}

function mailOfVersion2({ FromEmailAddress, Content }: Input, realm: Realm): readonly Touched[] {
  const { Raw, ...others } = (Content ?? {}) as { readonly Raw?: { readonly Data?: unknown } };
  const part = Raw ? 'Raw' : Object.keys(others)[0];
  return mail(FromEmailAddress ?? senderOf(Raw?.Data), part, realm);
}

/** What stands in the header of a raw mail. */
function senderOf(data: unknown): string {
  const text = Buffer.from(String(data ?? ''), 'base64').toString();
  return /^From:[ \t]*(.*)$/im.exec(text)?.[1]?.trim() ?? '';
}

/** The address without a name before it, and the identity that SES finds for it. */
function mail(from: unknown, part: string | undefined, realm: Realm): readonly Touched[] {
  const address = /<([^>]+)>\s*$/.exec(String(from ?? ''))?.[1] ?? String(from ?? '');
  return [
    { arns: [arn('ses', `identity/${address}`, realm)], part, context: { 'ses:FromAddress': address } },
  ];
}
