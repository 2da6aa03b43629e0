/** An operation of one SDK client. */
export interface Operation {
  readonly client: string;
  readonly operation: string;
}

const dynamodb = '@aws-sdk/client-dynamodb';
const document = '@aws-sdk/lib-dynamodb';

/** What lib-dynamodb calls otherwise than DynamoDB does. */
const documentOperations: Readonly<Record<string, string>> = {
  BatchGet: 'BatchGetItem',
  BatchWrite: 'BatchWriteItem',
  Delete: 'DeleteItem',
  Get: 'GetItem',
  Put: 'PutItem',
  TransactGet: 'TransactGetItems',
  TransactWrite: 'TransactWriteItems',
  Update: 'UpdateItem',
};

/** What a waiter asks again and again, by `<client> <what it waits for>`. */
const waiters: Readonly<Record<string, string>> = {
  'client-cloudformation StackCreateComplete': 'DescribeStacks',
  'client-cloudformation StackDeleteComplete': 'DescribeStacks',
  'client-cloudformation StackUpdateComplete': 'DescribeStacks',
  'client-dynamodb ContributorInsightsEnabled': 'DescribeContributorInsights',
  'client-dynamodb ExportCompleted': 'DescribeExport',
  'client-dynamodb ImportCompleted': 'DescribeImport',
  'client-dynamodb KinesisStreamingDestinationActive': 'DescribeKinesisStreamingDestination',
  'client-dynamodb TableExists': 'DescribeTable',
  'client-dynamodb TableNotExists': 'DescribeTable',
  'client-ecs TasksRunning': 'DescribeTasks',
  'client-ecs TasksStopped': 'DescribeTasks',
  'client-kinesis StreamExists': 'DescribeStream',
  'client-kinesis StreamNotExists': 'DescribeStream',
  'client-lambda FunctionActive': 'GetFunctionConfiguration',
  'client-lambda FunctionActiveV2': 'GetFunction',
  'client-lambda FunctionExists': 'GetFunction',
  'client-lambda FunctionUpdated': 'GetFunctionConfiguration',
  'client-lambda FunctionUpdatedV2': 'GetFunction',
  'client-s3 BucketExists': 'HeadBucket',
  'client-s3 BucketNotExists': 'HeadBucket',
  'client-s3 ObjectExists': 'HeadObject',
  'client-s3 ObjectNotExists': 'HeadObject',
  'client-ses IdentityExists': 'GetIdentityVerificationAttributes',
  'client-ssm CommandExecuted': 'GetCommandInvocation',
};

/** Whether a package is a client of one service, or the document client of DynamoDB. */
export function isClientPackage(name: string): boolean {
  return name.startsWith('@aws-sdk/client-') || name === document;
}

/** The operation of a command's class: `PutCommand` of lib-dynamodb → PutItem of DynamoDB. */
export function commandOperation(packageName: string, name: string): Operation | undefined {
  const operation = /^(\w+)Command$/.exec(name)?.[1];
  return operation !== undefined && isClientPackage(packageName) ? named(packageName, operation) : undefined;
}

/** The operation of a method of an aggregated client: `putItem` of `DynamoDB`, `put` of `DynamoDBDocument`. */
export function methodOperation(
  packageName: string,
  className: string,
  method: string,
): Operation | undefined {
  if (!isClientPackage(packageName) || className.endsWith('Client') || className.endsWith('Command'))
    return undefined;
  if (/^(send|destroy|config|middlewareStack|constructor|then|catch|finally)$/.test(method)) return undefined;
  if (/^(paginate|waitUntil)[A-Z]/.test(method)) return functionOperation(packageName, method);
  return named(packageName, `${method.charAt(0).toUpperCase()}${method.slice(1)}`);
}

/** The operation behind a paginator or a waiter: `paginateQuery`, `waitUntilTableExists`. */
export function functionOperation(packageName: string, name: string): Operation | undefined {
  if (!isClientPackage(packageName)) return undefined;
  const paged = /^paginate([A-Z]\w*)$/.exec(name)?.[1];
  if (paged !== undefined) return named(packageName, paged);
  const awaited = waiterSubject(name);
  const operation =
    awaited === undefined ? undefined : waiters[`${packageName.replace('@aws-sdk/', '')} ${awaited}`];
  return operation === undefined ? undefined : named(packageName, operation);
}

/** What a waiter waits for, whether or not it is known what it asks. */
export function waiterSubject(name: string): string | undefined {
  return /^wait(?:Until|For)([A-Z]\w*)$/.exec(name)?.[1];
}

function named(packageName: string, operation: string): Operation {
  if (packageName !== document) return { client: packageName, operation };
  return { client: dynamodb, operation: documentOperations[operation] ?? operation };
}
