import { addressOf } from '../../emulators/s3/address.ts';
import { operationOf as s3OperationOf } from '../../emulators/s3/operation.ts';
import type { AwsRequest } from '../../endpoint/message.ts';
import { serviceOf } from '../../endpoint/service.ts';

/** A request as the call of an SDK that it came from. */
export interface AskedCall {
  /** `@aws-sdk/client-dynamodb`. */
  readonly client: string;
  /** `PutItem`. */
  readonly operation: string;
  /** As the SDK's caller gave it, as far as rights depend on it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** Nothing where the request is of no service or operation that is known here: its emulator refuses it. */
export function readCall(request: AwsRequest): AskedCall | undefined {
  const service = serviceOf(request);
  if (service === 's3') return readS3(request);
  const target = request.headers['x-amz-target']?.split('.')[1];
  const client = CLIENTS[service];
  if (target && client)
    return { client: `@aws-sdk/client-${client}`, operation: target, input: jsonOf(request) };
  if (client && request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const { Action: operation = '', ...input } = Object.fromEntries(
      new URLSearchParams(request.body.toString()),
    );
    return { client: `@aws-sdk/client-${client}`, operation, input };
  }
  return readRest(service, request);
}

/** Packages of clients, by signing name. */
const CLIENTS: Readonly<Record<string, string>> = {
  dynamodb: 'dynamodb',
  sqs: 'sqs',
  sns: 'sns',
  ses: 'ses',
  kinesis: 'kinesis',
  events: 'eventbridge',
  secretsmanager: 'secrets-manager',
  ssm: 'ssm',
};

/** The API's stage stands before it, and is part of what is touched. */
const CONNECTION = /^\/([^/]+\/@connections\/[^/]+)$/;

/** Operations of services whose protocol has them in the path. */
const REST: readonly (readonly [
  service: string,
  method: string,
  path: RegExp,
  client: string,
  operation: string,
  input: string,
])[] = [
  ['ses', 'POST', /^\/v2\/email\/outbound-emails$/, 'sesv2', 'SendEmail', ''],
  ['lambda', 'POST', /^\/2015-03-31\/functions\/([^/]+)\/invocations$/, 'lambda', 'Invoke', 'FunctionName'],
  ['lambda', 'GET', /^\/2015-03-31\/functions\/?$/, 'lambda', 'ListFunctions', ''],
  ['lambda', 'GET', /^\/2015-03-31\/functions\/([^/]+)$/, 'lambda', 'GetFunction', 'FunctionName'],
  [
    'lambda',
    'GET',
    /^\/2015-03-31\/functions\/([^/]+)\/configuration$/,
    'lambda',
    'GetFunctionConfiguration',
    'FunctionName',
  ],
  ['lambda', 'GET', /^\/2015-03-31\/event-source-mappings$/, 'lambda', 'ListEventSourceMappings', ''],
  ['scheduler', 'POST', /^\/schedules\/([^/]+)$/, 'scheduler', 'CreateSchedule', 'Name'],
  ['scheduler', 'PUT', /^\/schedules\/([^/]+)$/, 'scheduler', 'UpdateSchedule', 'Name'],
  ['scheduler', 'GET', /^\/schedules\/([^/]+)$/, 'scheduler', 'GetSchedule', 'Name'],
  ['scheduler', 'DELETE', /^\/schedules\/([^/]+)$/, 'scheduler', 'DeleteSchedule', 'Name'],
  ['execute-api', 'POST', CONNECTION, 'apigatewaymanagementapi', 'PostToConnection', 'Path'],
  ['execute-api', 'GET', CONNECTION, 'apigatewaymanagementapi', 'GetConnection', 'Path'],
  ['execute-api', 'DELETE', CONNECTION, 'apigatewaymanagementapi', 'DeleteConnection', 'Path'],
];

function readRest(service: string, request: AwsRequest): AskedCall | undefined {
  for (const [signed, method, path, client, operation, name] of REST) {
    const match = signed === service && method === request.method && path.exec(request.path);
    if (!match) continue;
    const named = name === '' ? {} : { [name]: decodeURIComponent(match[1] ?? '') };
    // What is sent to a function or to a client of a WebSocket is no input of the call.
    const body = operation === 'Invoke' || operation === 'PostToConnection' ? {} : jsonOf(request);
    const group = request.query.get('groupName');
    return {
      client: `@aws-sdk/client-${client}`,
      operation,
      input: { ...body, ...(group !== null && { GroupName: group }), ...named },
    };
  }
  return undefined;
}

/** Headers that are inputs of their own, and need rights of their own. */
const S3_INPUTS: Readonly<Record<string, string>> = {
  'x-amz-tagging': 'Tagging',
  'x-amz-acl': 'ACL',
  'x-amz-copy-source': 'CopySource',
};

function readS3(request: AwsRequest): AskedCall | undefined {
  const { bucket, key } = addressOf(request);
  const operation = s3OperationOf(request, { bucket, key });
  if (typeof operation !== 'string') return undefined;
  const headers = Object.entries(S3_INPUTS).flatMap(([header, input]) => {
    const value = request.headers[header];
    return value === undefined ? [] : [[input, value]];
  });
  const input = { ...Object.fromEntries(headers), Bucket: bucket, Key: key };
  return { client: '@aws-sdk/client-s3', operation, input };
}

function jsonOf({ body }: AwsRequest): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(body.toString());
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // The emulator says what is wrong with it.
    return {};
  }
}
